#include "config.h"

#include "quoth-speaker-card.h"

#include <glib/gi18n-lib.h>

#include "quoth-wording.h"

struct _QuothSpeakerCard
{
  AdwBin     parent_instance;

  AdwAvatar *avatar;
  GtkLabel  *name_label;
  GtkLabel  *office_label;
  GtkLabel  *source_label;
  GtkLabel  *confidence_label;
};

G_DEFINE_FINAL_TYPE (QuothSpeakerCard, quoth_speaker_card, ADW_TYPE_BIN)

/* All speakers of a joint statement; "" when nobody is known. */
static char *
dup_names (QuothQuote *quote)
{
  GPtrArray *speakers = quoth_quote_get_speakers (quote);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < speakers->len; i++)
    {
      g_autofree char *name = quoth_entity_dup_full_name (g_ptr_array_index (speakers, i));

      if (i > 0)
        /* Translators: stands between the names of people who said something together */
        g_string_append (names, i + 1 < speakers->len ? _(", ") : _(" and "));
      g_string_append (names, name);
    }

  return g_string_free (names, FALSE);
}

/* The title as it was printed, with what the article says of when: "former chief engineer" */
static char *
dup_title (const QuothRole *role)
{
  const char *status = quoth_role_status_to_string (role->status);

  if (role->title == NULL || role->status == QUOTH_ROLE_CURRENT ||
      g_str_has_prefix (role->title, status))
    return g_strdup (role->title);

  return g_strdup_printf ("%s %s", status, role->title);
}

static void
add_line (GPtrArray  *lines,
          const char *line)
{
  if (*line != '\0' && !g_ptr_array_find_with_equal_func (lines, line, g_str_equal, NULL))
    g_ptr_array_add (lines, g_strdup (line));
}

/* Each role with its organisation on a line, and whom the speaker speaks for if no role says so. */
static char *
dup_offices (QuothQuote *quote)
{
  QuothEntity *speaker = quoth_quote_get_speaker (quote);
  QuothEntity *organisation = quoth_quote_get_on_behalf_of (quote);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *roles = speaker != NULL ? quoth_entity_get_roles (speaker) : NULL;

  for (guint i = 0; roles != NULL && i < roles->len; i++)
    {
      const QuothRole *role = g_ptr_array_index (roles, i);
      g_autofree char *title = dup_title (role);
      g_autofree char *line = NULL;

      line = quoth_wording_dup_office (quoth_entity_get_name (speaker), title,
                                       role->organisation != NULL
                                         ? quoth_entity_get_name (role->organisation)
                                         : NULL);
      add_line (lines, line);
      if (role->organisation == organisation)
        organisation = NULL;
    }

  if (organisation != NULL && organisation != speaker)
    add_line (lines, quoth_entity_get_name (organisation));
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
dup_source (QuothArticle *article,
            QuothQuote   *quote)
{
  GArray *sources = quoth_quote_get_sources (quote);
  g_autofree char *words = NULL;

  if (sources->len == 0)
    return NULL;

  words = quoth_article_dup_span (article, g_array_index (sources, QuothSpan, 0));

  /* Translators: %s are the words that the article uses for the speaker at this place, such as
   * "she" */
  return g_strdup_printf (_("In the text: “%s”"), words);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
quoth_speaker_card_class_init (QuothSpeakerCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-speaker-card.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothSpeakerCard, avatar);
  gtk_widget_class_bind_template_child (widget_class, QuothSpeakerCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, QuothSpeakerCard, office_label);
  gtk_widget_class_bind_template_child (widget_class, QuothSpeakerCard, source_label);
  gtk_widget_class_bind_template_child (widget_class, QuothSpeakerCard, confidence_label);
}

static void
quoth_speaker_card_init (QuothSpeakerCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
quoth_speaker_card_set_quote (QuothSpeakerCard *self,
                              QuothArticle     *article,
                              QuothQuote       *quote)
{
  g_autofree char *names = NULL;
  g_autofree char *offices = NULL;
  g_autofree char *source = NULL;
  gboolean known = FALSE;

  g_return_if_fail (QUOTH_IS_SPEAKER_CARD (self));
  g_return_if_fail (QUOTH_IS_ARTICLE (article));
  g_return_if_fail (QUOTH_IS_QUOTE (quote));

  names = dup_names (quote);
  offices = dup_offices (quote);
  source = dup_source (article, quote);
  known = *names != '\0';

  adw_avatar_set_text (self->avatar, known ? names : "unknown");
  adw_avatar_set_show_initials (self->avatar, known);
  gtk_label_set_text (self->name_label, known ? names : _("Speaker unknown"));
  show_text (self->office_label, offices);
  show_text (self->source_label, source);
  show_text (self->confidence_label,
             !known ? NULL
                    : quoth_quote_get_speaker_state (quote) == QUOTH_STATE_CONFIRMED
                        ? quoth_wording_get_state (QUOTH_STATE_CONFIRMED)
                        : quoth_wording_get_speaker_confidence (quoth_quote_get_speaker_confidence (quote)));
}
