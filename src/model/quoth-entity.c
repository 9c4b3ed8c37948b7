#include "quoth-entity.h"

/**
 * QuothEntity:
 *
 * A person, organisation, event or place as one article speaks of it. What the article says of it
 * is filled in once, by the analysis or by a reader of JSON; only the honorific, whether it has a
 * name and the link to the library change later.
 */
struct _QuothEntity
{
  GObject          parent_instance;

  char            *id;
  QuothEntityKind  kind;
  gboolean         named;
  char            *name;
  char            *honorific;
  char            *person;
  GPtrArray       *aliases;
  GPtrArray       *roles;
  GArray          *mentions;
};

G_DEFINE_FINAL_TYPE (QuothEntity, quoth_entity, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_FULL_NAME,
  PROP_HONORIFIC,
  PROP_ID,
  PROP_KIND,
  PROP_NAME,
  PROP_NAMED,
  PROP_PERSON,
  PROP_ROLE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
free_role (gpointer data)
{
  QuothRole *role = data;

  g_clear_weak_pointer (&role->organisation);
  g_free (role->title);
  g_free (role);
}

/* "former chair" stays; "chair" that is over becomes "former chair". */
static char *
describe_role (const QuothRole *role)
{
  const char *status = quoth_role_status_to_string (role->status);

  if (role->status == QUOTH_ROLE_CURRENT || g_str_has_prefix (role->title, status))
    return g_strdup (role->title);

  return g_strconcat (status, " ", role->title, NULL);
}

static void
quoth_entity_finalize (GObject *object)
{
  QuothEntity *self = QUOTH_ENTITY (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->honorific, g_free);
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->aliases, g_ptr_array_unref);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
  g_clear_pointer (&self->mentions, g_array_unref);

  G_OBJECT_CLASS (quoth_entity_parent_class)->finalize (object);
}

static void
quoth_entity_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  QuothEntity *self = QUOTH_ENTITY (object);

  switch (prop_id)
    {
    case PROP_FULL_NAME:
      g_value_take_string (value, quoth_entity_dup_full_name (self));
      break;
    case PROP_HONORIFIC:
      g_value_set_string (value, self->honorific);
      break;
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_NAMED:
      g_value_set_boolean (value, self->named);
      break;
    case PROP_PERSON:
      g_value_set_string (value, self->person);
      break;
    case PROP_ROLE:
      g_value_take_string (value, quoth_entity_dup_role (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_entity_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  QuothEntity *self = QUOTH_ENTITY (object);

  switch (prop_id)
    {
    case PROP_HONORIFIC:
      quoth_entity_set_honorific (self, g_value_get_string (value));
      break;
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    case PROP_KIND:
      self->kind = (QuothEntityKind) g_value_get_int (value);
      break;
    case PROP_NAME:
      self->name = g_value_dup_string (value);
      break;
    case PROP_NAMED:
      quoth_entity_set_named (self, g_value_get_boolean (value));
      break;
    case PROP_PERSON:
      quoth_entity_set_person (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_entity_class_init (QuothEntityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags changing = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags constant = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamFlags derived = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = quoth_entity_finalize;
  object_class->get_property = quoth_entity_get_property;
  object_class->set_property = quoth_entity_set_property;

  properties[PROP_FULL_NAME] = g_param_spec_string ("full-name", NULL, NULL, NULL, derived);
  properties[PROP_HONORIFIC] = g_param_spec_string ("honorific", NULL, NULL, NULL, changing);
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, constant);
  properties[PROP_KIND] =
    g_param_spec_int ("kind", NULL, NULL, QUOTH_ENTITY_PERSON, QUOTH_ENTITY_PLACE,
                      QUOTH_ENTITY_PERSON, constant);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, constant);
  properties[PROP_NAMED] = g_param_spec_boolean ("named", NULL, NULL, TRUE, changing);
  properties[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL, changing);
  properties[PROP_ROLE] = g_param_spec_string ("role", NULL, NULL, NULL, derived);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
quoth_entity_init (QuothEntity *self)
{
  self->named = TRUE;
  self->aliases = g_ptr_array_new_with_free_func (g_free);
  self->roles = g_ptr_array_new_with_free_func (free_role);
  self->mentions = g_array_new (FALSE, FALSE, sizeof (QuothSpan));
}

/**
 * quoth_entity_new:
 * @id: what the article's quotes call it; unique within the article only
 * @kind: what it is
 * @name: the fullest name the article gives, without honorific; a description when it has no name
 *
 * Returns: (transfer full): a named entity without aliases, roles and mentions
 */
QuothEntity *
quoth_entity_new (const char      *id,
                  QuothEntityKind  kind,
                  const char      *name)
{
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_object_new (QUOTH_TYPE_ENTITY, "id", id, "kind", kind, "name", name, NULL);
}

const char *
quoth_entity_get_id (QuothEntity *self)
{
  g_return_val_if_fail (QUOTH_IS_ENTITY (self), NULL);

  return self->id;
}

QuothEntityKind
quoth_entity_get_kind (QuothEntity *self)
{
  g_return_val_if_fail (QUOTH_IS_ENTITY (self), QUOTH_ENTITY_PERSON);

  return self->kind;
}

const char *
quoth_entity_get_name (QuothEntity *self)
{
  g_return_val_if_fail (QUOTH_IS_ENTITY (self), NULL);

  return self->name;
}

/**
 * quoth_entity_get_honorific:
 *
 * Returns: (nullable): "Dr", "Sir" …
 */
const char *
quoth_entity_get_honorific (QuothEntity *self)
{
  g_return_val_if_fail (QUOTH_IS_ENTITY (self), NULL);

  return self->honorific;
}

void
quoth_entity_set_honorific (QuothEntity *self,
                            const char  *honorific)
{
  char *copy;

  g_return_if_fail (QUOTH_IS_ENTITY (self));

  if (g_strcmp0 (self->honorific, honorific) == 0)
    return;

  copy = g_strdup (honorific);
  g_free (self->honorific);
  self->honorific = copy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HONORIFIC]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FULL_NAME]);
}

gboolean
quoth_entity_get_named (QuothEntity *self)
{
  g_return_val_if_fail (QUOTH_IS_ENTITY (self), FALSE);

  return self->named;
}

void
quoth_entity_set_named (QuothEntity *self,
                        gboolean     named)
{
  g_return_if_fail (QUOTH_IS_ENTITY (self));

  named = !!named;
  if (self->named == named)
    return;

  self->named = named;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAMED]);
}

/**
 * quoth_entity_get_person:
 *
 * Returns: (nullable): the UUID of the library's entity that this one is linked to
 */
const char *
quoth_entity_get_person (QuothEntity *self)
{
  g_return_val_if_fail (QUOTH_IS_ENTITY (self), NULL);

  return self->person;
}

void
quoth_entity_set_person (QuothEntity *self,
                         const char  *person)
{
  char *copy;

  g_return_if_fail (QUOTH_IS_ENTITY (self));

  if (g_strcmp0 (self->person, person) == 0)
    return;

  copy = g_strdup (person);
  g_free (self->person);
  self->person = copy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERSON]);
}

/**
 * quoth_entity_get_aliases:
 *
 * Returns: (transfer none) (element-type utf8): every other way the article names it
 */
GPtrArray *
quoth_entity_get_aliases (QuothEntity *self)
{
  g_return_val_if_fail (QUOTH_IS_ENTITY (self), NULL);

  return self->aliases;
}

/**
 * quoth_entity_get_roles:
 *
 * Returns: (transfer none) (element-type QuothRole): in the order the article states them
 */
GPtrArray *
quoth_entity_get_roles (QuothEntity *self)
{
  g_return_val_if_fail (QUOTH_IS_ENTITY (self), NULL);

  return self->roles;
}

/**
 * quoth_entity_get_mentions:
 *
 * Returns: (transfer none) (element-type QuothSpan): where the article names or describes it
 */
GArray *
quoth_entity_get_mentions (QuothEntity *self)
{
  g_return_val_if_fail (QUOTH_IS_ENTITY (self), NULL);

  return self->mentions;
}

void
quoth_entity_add_alias (QuothEntity *self,
                        const char  *alias)
{
  g_return_if_fail (QUOTH_IS_ENTITY (self));
  g_return_if_fail (alias != NULL);

  g_ptr_array_add (self->aliases, g_strdup (alias));
}

/**
 * quoth_entity_add_role:
 * @title: (nullable): what it is there; NULL when only the organisation is known
 * @organisation: (nullable) (transfer none): an entity of the same article, which owns it
 * @status: whether the role is still, not yet or no longer held
 * @span: the words that say so, or an empty span
 */
void
quoth_entity_add_role (QuothEntity     *self,
                       const char      *title,
                       QuothEntity     *organisation,
                       QuothRoleStatus  status,
                       QuothSpan        span)
{
  QuothRole *role;

  g_return_if_fail (QUOTH_IS_ENTITY (self));
  g_return_if_fail (organisation == NULL || QUOTH_IS_ENTITY (organisation));

  role = g_new0 (QuothRole, 1);
  role->title = g_strdup (title);
  role->status = status;
  role->span = span;
  g_set_weak_pointer (&role->organisation, organisation);

  g_ptr_array_add (self->roles, role);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROLE]);
}

void
quoth_entity_add_mention (QuothEntity *self,
                          QuothSpan    span)
{
  g_return_if_fail (QUOTH_IS_ENTITY (self));

  g_array_append_val (self->mentions, span);
}

/**
 * quoth_entity_dup_full_name:
 *
 * Returns: (transfer full): honorific and name
 */
char *
quoth_entity_dup_full_name (QuothEntity *self)
{
  g_return_val_if_fail (QUOTH_IS_ENTITY (self), NULL);

  if (self->honorific == NULL || *self->honorific == '\0')
    return g_strdup (self->name);

  return g_strconcat (self->honorific, " ", self->name, NULL);
}

/**
 * quoth_entity_dup_role:
 *
 * Returns: (transfer full) (nullable): the titles of all roles, those that are not current marked as
 *   such, parted by "; "
 */
char *
quoth_entity_dup_role (QuothEntity *self)
{
  g_autoptr(GPtrArray) titles = NULL;

  g_return_val_if_fail (QUOTH_IS_ENTITY (self), NULL);

  titles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->roles->len; i++)
    {
      const QuothRole *role = g_ptr_array_index (self->roles, i);
      g_autofree char *title = NULL;

      if (role->title == NULL)
        continue;

      title = describe_role (role);
      if (!g_ptr_array_find_with_equal_func (titles, title, g_str_equal, NULL))
        g_ptr_array_add (titles, g_steal_pointer (&title));
    }

  if (titles->len == 0)
    return NULL;

  g_ptr_array_add (titles, NULL);
  return g_strjoinv ("; ", (char **) titles->pdata);
}
