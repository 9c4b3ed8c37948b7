#include "config.h"

#include "quoth-quote-item.h"

#include <glib/gi18n-lib.h>

#include "quoth-wording.h"

struct _QuothQuoteItem
{
  AdwBin         parent_instance;

  QuothQuoteRow *row;
  guint          position;

  GtkLabel      *words_label;
  GtkLabel      *speaker_label;
  GtkImage      *state_image;
  GtkLabel      *origin_label;
};

G_DEFINE_FINAL_TYPE (QuothQuoteItem, quoth_quote_item, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_POSITION,
  PROP_ROW,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static const char *
get_speaker (QuothQuoteItem *self)
{
  const char *speaker = quoth_quote_row_get_speaker (self->row);

  return *speaker != '\0' ? speaker : _("Speaker unknown");
}

/* A name stands out; a speaker not known is a gap, and looks like one. */
static void
update_speaker (QuothQuoteItem *self,
                const char     *office)
{
  gboolean known = *quoth_quote_row_get_speaker (self->row) != '\0';
  g_autofree char *markup = NULL;

  if (known && *office != '\0')
    markup = g_markup_printf_escaped ("<b>%s</b> <span alpha=\"75%%\">· %s</span>",
                                      get_speaker (self), office);
  else if (known)
    markup = g_markup_printf_escaped ("<b>%s</b>", get_speaker (self));
  else
    markup = g_markup_printf_escaped ("<i>%s</i>", get_speaker (self));

  gtk_label_set_markup (self->speaker_label, markup);
}

static void
update_state (QuothQuoteItem *self)
{
  static const char *icons[] = {
    [QUOTH_STATE_FOUND] = NULL,
    [QUOTH_STATE_CONFIRMED] = "object-select-symbolic",
    [QUOTH_STATE_CORRECTED] = "document-edit-symbolic",
    [QUOTH_STATE_REJECTED] = "action-unavailable-symbolic",
  };
  QuothState state = quoth_quote_row_get_state (self->row);

  g_return_if_fail (state < G_N_ELEMENTS (icons));

  gtk_widget_set_visible (GTK_WIDGET (self->state_image), icons[state] != NULL);
  if (icons[state] != NULL)
    gtk_image_set_from_icon_name (self->state_image, icons[state]);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state_image), quoth_wording_get_state (state));

  if (state == QUOTH_STATE_REJECTED)
    gtk_widget_add_css_class (GTK_WIDGET (self), "rejected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "rejected");
}

/* What a screen reader says of the row, which is our parent: a GtkListItem has no label of its
 * own here. */
static void
update_accessible_name (QuothQuoteItem *self,
                        const char     *office,
                        const char     *origin)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *state = quoth_wording_get_state (quoth_quote_row_get_state (self->row));
  g_autoptr (GString) name = NULL;
  const char *parts[] = {
    office,
    quoth_wording_get_kind (quoth_quote_row_get_kind (self->row)),
    quoth_quote_row_get_words (self->row),
    origin,
    state,
  };

  if (parent == NULL)
    return;

  name = g_string_new (get_speaker (self));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (name, ", %s", parts[i]);

  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
}

static void
update (QuothQuoteItem *self)
{
  g_autofree char *office = NULL;
  g_autofree char *date = NULL;
  g_autofree char *origin = NULL;
  const char *publication = NULL;

  if (self->row == NULL)
    return;

  office = quoth_wording_dup_office (quoth_quote_row_get_speaker (self->row),
                                     quoth_quote_row_get_role (self->row),
                                     quoth_quote_row_get_organisation (self->row));
  date = quoth_wording_dup_date (quoth_quote_row_get_date (self->row), QUOTH_DATE_SHORT);
  publication = quoth_quote_row_get_publication (self->row);
  origin = quoth_wording_join (*publication != '\0' ? publication
                                                    : quoth_quote_row_get_title (self->row), date);

  gtk_label_set_text (self->words_label, quoth_quote_row_get_words (self->row));
  gtk_label_set_text (self->origin_label, origin);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->origin_label),
                               quoth_quote_row_get_title (self->row));
  update_speaker (self, office);
  update_state (self);
  update_accessible_name (self, office, origin);
}

static void
set_row (QuothQuoteItem *self,
         QuothQuoteRow  *row)
{
  if (self->row == row)
    return;

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, update, self);
  g_set_object (&self->row, row);
  if (row != NULL)
    g_signal_connect_object (row, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}

static void
quoth_quote_item_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (quoth_quote_item_parent_class)->root (widget);

  update (QUOTH_QUOTE_ITEM (widget));
}

static void
quoth_quote_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  QuothQuoteItem *self = QUOTH_QUOTE_ITEM (object);

  switch (prop_id)
    {
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;

    case PROP_ROW:
      g_value_set_object (value, self->row);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_quote_item_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  QuothQuoteItem *self = QUOTH_QUOTE_ITEM (object);

  switch (prop_id)
    {
    case PROP_POSITION:
      self->position = g_value_get_uint (value);
      break;

    case PROP_ROW:
      set_row (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_quote_item_dispose (GObject *object)
{
  QuothQuoteItem *self = QUOTH_QUOTE_ITEM (object);

  g_clear_object (&self->row);

  G_OBJECT_CLASS (quoth_quote_item_parent_class)->dispose (object);
}

static void
quoth_quote_item_class_init (QuothQuoteItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_quote_item_dispose;
  object_class->get_property = quoth_quote_item_get_property;
  object_class->set_property = quoth_quote_item_set_property;
  widget_class->root = quoth_quote_item_root;

  properties[PROP_POSITION] =
    g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, GTK_INVALID_LIST_POSITION,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROW] =
    g_param_spec_object ("row", NULL, NULL, QUOTH_TYPE_QUOTE_ROW,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-quote-item.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothQuoteItem, words_label);
  gtk_widget_class_bind_template_child (widget_class, QuothQuoteItem, speaker_label);
  gtk_widget_class_bind_template_child (widget_class, QuothQuoteItem, state_image);
  gtk_widget_class_bind_template_child (widget_class, QuothQuoteItem, origin_label);
}

static void
quoth_quote_item_init (QuothQuoteItem *self)
{
  self->position = GTK_INVALID_LIST_POSITION;

  gtk_widget_init_template (GTK_WIDGET (self));
}

guint
quoth_quote_item_get_position (QuothQuoteItem *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE_ITEM (self), GTK_INVALID_LIST_POSITION);

  return self->position;
}
