/* Links from what articles speak of to what the library holds once. */
#include "quoth-links.h"

#include "quoth-entity-key.h"
#include "quoth-id.h"

#define ROLE_COLUMNS \
  " role.title AS title, role.status AS status, o.name AS organisation," \
  " (role.status NOT IN (1, 3)) || ifnull (a.published, '') AS rank"
#define ROLE_TABLES \
  " JOIN article_entity ae ON ae.id = role.article_entity_id" \
  " JOIN article a ON a.id = ae.article_id" \
  " LEFT JOIN article_entity o ON o.id = role.organisation_id"

G_STATIC_ASSERT (QUOTH_ROLE_FORMER == 1 && QUOTH_ROLE_INCOMING == 3);

static gboolean
add_library_entity (QuothDatabase  *database,
                    QuothEntity    *entity,
                    const char     *key,
                    gint64         *row,
                    GError        **error)
{
  g_autofree char *uuid = quoth_id_new ();
  g_autofree char *sort_key = quoth_entity_key_dup_sort (entity);

  if (!quoth_database_run (database, error,
                           "INSERT INTO entity (uuid, kind, name, honorific, named, key, sort_key)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?)", "sississ",
                           uuid, quoth_entity_get_kind (entity), quoth_entity_get_name (entity),
                           quoth_entity_get_honorific (entity), quoth_entity_get_named (entity),
                           key, sort_key))
    return FALSE;

  *row = quoth_database_last_id (database);
  return TRUE;
}

/* Leaves *row at 0 where no name is equal. A title given in a later article is taken over. */
static gboolean
find_by_name (QuothDatabase  *database,
              QuothEntity    *entity,
              const char     *key,
              gint64         *row,
              GError        **error)
{
  g_autoptr(GError) local = NULL;

  if (key == NULL)
    return TRUE;

  if (!quoth_database_get_int64 (database, row, &local,
                                 "SELECT id FROM entity WHERE key = ? AND kind = ?", "si",
                                 key, quoth_entity_get_kind (entity)))
    {
      if (local == NULL)
        return TRUE;

      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return quoth_entity_get_honorific (entity) == NULL ||
         quoth_database_run (database, error,
                             "UPDATE entity SET honorific = ? WHERE id = ? AND honorific IS NULL",
                             "sl", quoth_entity_get_honorific (entity), *row);
}

/* The entity of its own that an unnamed one has already, so that analysing again keeps it */
static gboolean
find_own (QuothDatabase  *database,
          gint64          article_entity,
          gint64         *row,
          GError        **error)
{
  g_autoptr(GError) local = NULL;

  if (quoth_database_get_int64 (database, row, &local,
                                "SELECT entity_id FROM entity_link JOIN entity ON entity.id = entity_id"
                                " WHERE article_entity_id = ? AND key IS NULL", "l", article_entity) ||
      local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * quoth_links_add:
 * @article_entity: row of article_entity
 * @entity: what that row holds
 * @is_new: whether the row has just been added, and can have no link yet
 *
 * Links it to the library's entity of equal full name, or to one of its own. A link that a person
 * made stays as it is.
 */
gboolean
quoth_links_add (QuothDatabase  *database,
                 gint64          article_entity,
                 QuothEntity    *entity,
                 gboolean        is_new,
                 GError        **error)
{
  g_autofree char *key = quoth_entity_key_dup (entity);
  gint64 row = 0;

  if (!find_by_name (database, entity, key, &row, error))
    return FALSE;
  if (key == NULL && !is_new && !find_own (database, article_entity, &row, error))
    return FALSE;
  if (row == 0 && !add_library_entity (database, entity, key, &row, error))
    return FALSE;

  return quoth_database_run (database, error,
                             "INSERT INTO entity_link (article_entity_id, entity_id, origin)"
                             " VALUES (?, ?, ?) ON CONFLICT (article_entity_id)"
                             " DO UPDATE SET entity_id = excluded.entity_id"
                             " WHERE entity_link.origin = excluded.origin", "lli",
                             article_entity, row, QUOTH_LINK_MACHINE);
}

/**
 * quoth_links_prune:
 *
 * Forgets the library's entities that nothing is linked to any more.
 */
gboolean
quoth_links_prune (QuothDatabase  *database,
                   GError        **error)
{
  return quoth_database_run (database, error,
                             "DELETE FROM entity WHERE NOT EXISTS"
                             " (SELECT 1 FROM entity_link WHERE entity_id = entity.id)", "");
}

/**
 * quoth_links_offer_role:
 * @article_entity: row of article_entity
 *
 * Takes the first role that the article states over to the library's entity, unless a later
 * article's is there. Takes the same time however many articles there are.
 */
gboolean
quoth_links_offer_role (QuothDatabase  *database,
                        gint64          article_entity,
                        GError        **error)
{
  return quoth_database_run (database, error,
                             "UPDATE entity SET role_title = title, role_status = status,"
                             " role_organisation = organisation, role_rank = rank"
                             " FROM (SELECT" ROLE_COLUMNS " FROM role" ROLE_TABLES
                             " WHERE role.article_entity_id = ?1"
                             " ORDER BY rank DESC, role.position LIMIT 1)"
                             " WHERE id = (SELECT entity_id FROM entity_link WHERE article_entity_id = ?1)"
                             " AND (role_rank IS NULL OR role_rank <= rank)", "l", article_entity);
}

/**
 * quoth_links_refresh_roles:
 * @article: row of article
 *
 * Looks at all articles again for the role of each of this one's entities.
 */
gboolean
quoth_links_refresh_roles (QuothDatabase  *database,
                           gint64          article,
                           GError        **error)
{
  return quoth_database_run (database, error,
                             "UPDATE entity SET (role_title, role_status, role_organisation, role_rank) ="
                             " (SELECT" ROLE_COLUMNS " FROM entity_link l"
                             " JOIN role ON role.article_entity_id = l.article_entity_id" ROLE_TABLES
                             " WHERE l.entity_id = entity.id AND a.deleted IS NULL"
                             " ORDER BY rank DESC, ae.id DESC, role.position LIMIT 1)"
                             " WHERE id IN (SELECT entity_id FROM entity_link"
                             " JOIN article_entity x ON x.id = article_entity_id"
                             " WHERE x.article_id = ?)", "l", article);
}
