#include "config.h"

#include "quoth-report-line.h"

#include <glib/gi18n-lib.h>

#include "quoth-wording.h"

struct _QuothReportLine
{
  GObject       parent_instance;

  QuothOutcome  outcome;
  char         *title;
  char         *detail;
};

G_DEFINE_FINAL_TYPE (QuothReportLine, quoth_report_line, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_DETAIL,
  PROP_ICON_NAME,
  PROP_TITLE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static const char *
get_icon_name (QuothOutcome outcome)
{
  switch (outcome)
    {
    case QUOTH_OUTCOME_ADDED:
      return "object-select-symbolic";

    case QUOTH_OUTCOME_JOINED:
      return "insert-link-symbolic";

    case QUOTH_OUTCOME_SAME:
      return "emblem-documents-symbolic";

    case QUOTH_OUTCOME_NEAR_SAME:
      return "edit-copy-symbolic";

    case QUOTH_OUTCOME_DELETED_BEFORE:
      return "user-trash-symbolic";

    case QUOTH_OUTCOME_NOT_UNDERSTOOD:
      return "dialog-question-symbolic";

    case QUOTH_OUTCOME_FAILED:
      return "dialog-error-symbolic";

    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
dup_near_words (const QuothImportEntry *entry)
{
  const char *title = entry->near_title != NULL ? entry->near_title : _("another article");

  if (entry->outcome == QUOTH_OUTCOME_ADDED)
    /* Translators: %s is the title of an article */
    return g_strdup_printf (_("Added, nearly the same as “%s”"), title);
  if (entry->held)
    /* Translators: %s is the title of an article; the other one waits until the person decides */
    return g_strdup_printf (_("Held back, nearly the same as “%s”"), title);
  /* Translators: %s is the title of an article */
  return g_strdup_printf (_("Skipped, nearly the same as “%s”"), title);
}

static char *
dup_words (const QuothImportEntry *entry)
{
  switch (entry->outcome)
    {
    case QUOTH_OUTCOME_ADDED:
      if (entry->lacks_text)
        return g_strdup (_("Reference added, no text yet"));
      return entry->near_id != NULL ? dup_near_words (entry) : g_strdup (_("Added"));

    case QUOTH_OUTCOME_JOINED:
      return g_strdup (_("Text joined to its reference"));

    case QUOTH_OUTCOME_SAME:
      return g_strdup (_("Already in the library"));

    case QUOTH_OUTCOME_NEAR_SAME:
      return dup_near_words (entry);

    case QUOTH_OUTCOME_DELETED_BEFORE:
      return g_strdup (_("Deleted before, not added again"));

    case QUOTH_OUTCOME_NOT_UNDERSTOOD:
    case QUOTH_OUTCOME_FAILED:
      return g_strdup (entry->reason != NULL ? entry->reason : _("Could not be read"));

    default:
      g_return_val_if_reached (NULL);
    }
}

static void
quoth_report_line_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  QuothReportLine *self = QUOTH_REPORT_LINE (object);

  switch (prop_id)
    {
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, get_icon_name (self->outcome));
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_report_line_finalize (GObject *object)
{
  QuothReportLine *self = QUOTH_REPORT_LINE (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->detail, g_free);

  G_OBJECT_CLASS (quoth_report_line_parent_class)->finalize (object);
}

static void
quoth_report_line_class_init (QuothReportLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = quoth_report_line_finalize;
  object_class->get_property = quoth_report_line_get_property;

  properties[PROP_DETAIL] =
    g_param_spec_string ("detail", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON_NAME] =
    g_param_spec_string ("icon-name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
quoth_report_line_init (QuothReportLine *self)
{
}

QuothReportLine *
quoth_report_line_new (const QuothImportEntry *entry)
{
  QuothReportLine *self = NULL;
  g_autofree char *words = NULL;
  gboolean has_title = FALSE;

  g_return_val_if_fail (entry != NULL, NULL);

  has_title = entry->title != NULL && *entry->title != '\0';
  self = g_object_new (QUOTH_TYPE_REPORT_LINE, NULL);
  self->outcome = entry->outcome;
  self->title = g_strdup (has_title ? entry->title : entry->file);
  words = dup_words (entry);
  self->detail = quoth_wording_join (words, has_title ? entry->file : NULL);

  return self;
}

const char *
quoth_report_line_get_title (QuothReportLine *self)
{
  g_return_val_if_fail (QUOTH_IS_REPORT_LINE (self), NULL);

  return self->title;
}

const char *
quoth_report_line_get_detail (QuothReportLine *self)
{
  g_return_val_if_fail (QUOTH_IS_REPORT_LINE (self), NULL);

  return self->detail;
}
