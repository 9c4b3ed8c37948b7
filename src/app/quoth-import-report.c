#include "config.h"

#include "quoth-import-report.h"

#include <glib/gi18n-lib.h>

#include "quoth-report-line.h"

struct _QuothImportReport
{
  AdwWindow   parent_instance;

  GListStore *lines;
  GtkLabel   *summary_label;
  GtkWidget  *deleted_box;
  GtkLabel   *deleted_label;
  GtkWidget  *held_box;
  GtkLabel   *held_label;
  GtkWidget  *textless_box;
  GtkLabel   *textless_label;
};

G_DEFINE_FINAL_TYPE (QuothImportReport, quoth_import_report, ADW_TYPE_WINDOW)

enum {
  ATTACH,
  BRING_BACK,
  COMPARE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* What asks for something comes first. */
static const QuothOutcome outcome_order[] = {
  QUOTH_OUTCOME_FAILED,
  QUOTH_OUTCOME_DELETED_BEFORE,
  QUOTH_OUTCOME_NEAR_SAME,
  QUOTH_OUTCOME_NOT_UNDERSTOOD,
  QUOTH_OUTCOME_ADDED,
  QUOTH_OUTCOME_JOINED,
  QUOTH_OUTCOME_SAME,
};

static void
add_lines (QuothImportReport *self,
           GPtrArray         *report)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (outcome_order); i++)
    for (guint j = 0; j < report->len; j++)
      {
        const QuothImportEntry *entry = g_ptr_array_index (report, j);

        if (entry->outcome == outcome_order[i])
          g_ptr_array_add (lines, quoth_report_line_new (entry));
      }

  g_list_store_splice (self->lines, 0, 0, lines->pdata, lines->len);
}

static void
show_deleted (QuothImportReport *self,
              guint              n_deleted)
{
  g_autofree char *text = NULL;

  if (n_deleted == 0)
    return;

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u article was deleted from this library before.",
                                       "%u articles were deleted from this library before.",
                                       n_deleted),
                          n_deleted);
  gtk_label_set_text (self->deleted_label, text);
  gtk_widget_set_visible (self->deleted_box, TRUE);
}

static void
show_held (QuothImportReport *self,
           guint              n_held)
{
  g_autofree char *text = NULL;

  if (n_held == 0)
    return;

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u article is nearly the same as another and waits for your decision.",
                                       "%u articles are nearly the same as others and wait for your decision.",
                                       n_held), n_held);
  gtk_label_set_text (self->held_label, text);
  gtk_widget_set_visible (self->held_box, TRUE);
}

static void
show_textless (QuothImportReport *self,
               guint              n_textless)
{
  g_autofree char *text = NULL;

  if (n_textless == 0)
    return;

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u reference has no text yet.",
                                       "%u references have no text yet.", n_textless), n_textless);
  gtk_label_set_text (self->textless_label, text);
  gtk_widget_set_visible (self->textless_box, TRUE);
}

static void
attach (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  gtk_widget_set_visible (widget, FALSE);
  g_signal_emit (widget, signals[ATTACH], 0);
  gtk_window_close (GTK_WINDOW (widget));
}

static void
compare (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  gtk_widget_set_visible (widget, FALSE);
  g_signal_emit (widget, signals[COMPARE], 0);
  gtk_window_close (GTK_WINDOW (widget));
}

static void
bring_back (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  g_signal_emit (widget, signals[BRING_BACK], 0);
  gtk_window_close (GTK_WINDOW (widget));
}

static void
quoth_import_report_class_init (QuothImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ATTACH] = g_signal_new ("attach", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BRING_BACK] = g_signal_new ("bring-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COMPARE] = g_signal_new ("compare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (QUOTH_TYPE_REPORT_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothImportReport, lines);
  gtk_widget_class_bind_template_child (widget_class, QuothImportReport, summary_label);
  gtk_widget_class_bind_template_child (widget_class, QuothImportReport, deleted_box);
  gtk_widget_class_bind_template_child (widget_class, QuothImportReport, deleted_label);
  gtk_widget_class_bind_template_child (widget_class, QuothImportReport, held_box);
  gtk_widget_class_bind_template_child (widget_class, QuothImportReport, held_label);
  gtk_widget_class_bind_template_child (widget_class, QuothImportReport, textless_box);
  gtk_widget_class_bind_template_child (widget_class, QuothImportReport, textless_label);
  gtk_widget_class_install_action (widget_class, "report.attach", NULL, attach);
  gtk_widget_class_install_action (widget_class, "report.bring-back", NULL, bring_back);
  gtk_widget_class_install_action (widget_class, "report.compare", NULL, compare);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
quoth_import_report_init (QuothImportReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QuothImportReport *
quoth_import_report_new (GtkWindow      *parent,
                         QuothImportJob *job)
{
  QuothImportReport *self = NULL;
  g_autofree char *summary = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QUOTH_IS_IMPORT_JOB (job), NULL);

  self = g_object_new (QUOTH_TYPE_IMPORT_REPORT, "transient-for", parent, NULL);
  summary = quoth_import_report_dup_summary (job);
  gtk_label_set_text (self->summary_label, summary);
  show_deleted (self, quoth_import_job_count (job, QUOTH_OUTCOME_DELETED_BEFORE));
  show_held (self, quoth_import_job_count_held (job));
  show_textless (self, quoth_import_job_count_without_text (job));
  add_lines (self, quoth_import_job_get_report (job));

  return self;
}

static void
append_count (GString    *summary,
              const char *format,
              guint       count)
{
  if (count == 0)
    return;

  if (summary->len > 0)
    g_string_append (summary, " · ");
  g_string_append_printf (summary, format, count);
}

char *
quoth_import_report_dup_summary (QuothImportJob *job)
{
  GString *summary = NULL;
  guint n_held = 0;
  guint n;

  g_return_val_if_fail (QUOTH_IS_IMPORT_JOB (job), NULL);

  summary = g_string_new (NULL);
  n_held = quoth_import_job_count_held (job);

  n = quoth_import_job_count (job, QUOTH_OUTCOME_ADDED);
  append_count (summary, g_dngettext (GETTEXT_PACKAGE, "%u article added", "%u articles added", n),
                n);
  n = quoth_import_job_count_without_text (job);
  append_count (summary,
                g_dngettext (GETTEXT_PACKAGE, "%u has no text yet", "%u have no text yet", n), n);
  n = quoth_import_job_count (job, QUOTH_OUTCOME_JOINED);
  append_count (summary, g_dngettext (GETTEXT_PACKAGE, "%u joined to its reference",
                                      "%u joined to their references", n), n);
  n = quoth_import_job_count (job, QUOTH_OUTCOME_SAME);
  append_count (summary, g_dngettext (GETTEXT_PACKAGE, "%u already there", "%u already there", n),
                n);
  append_count (summary, g_dngettext (GETTEXT_PACKAGE, "%u held back", "%u held back", n_held),
                n_held);
  n = quoth_import_job_count (job, QUOTH_OUTCOME_NEAR_SAME) - n_held;
  append_count (summary, g_dngettext (GETTEXT_PACKAGE, "%u skipped", "%u skipped", n), n);
  n = quoth_import_job_count (job, QUOTH_OUTCOME_DELETED_BEFORE);
  append_count (summary, g_dngettext (GETTEXT_PACKAGE, "%u deleted before", "%u deleted before", n),
                n);
  n = quoth_import_job_count (job, QUOTH_OUTCOME_NOT_UNDERSTOOD);
  append_count (summary, g_dngettext (GETTEXT_PACKAGE, "%u remark", "%u remarks", n), n);
  n = quoth_import_job_count (job, QUOTH_OUTCOME_FAILED);
  append_count (summary, g_dngettext (GETTEXT_PACKAGE, "%u failed", "%u failed", n), n);
  if (summary->len == 0)
    g_string_append (summary, _("Nothing to import"));

  return g_string_free (summary, FALSE);
}
