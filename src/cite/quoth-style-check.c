#include "config.h"

#include "quoth-style-check.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#include "quoth-citer.h"

/* The processor writes a macro's elements out wherever it is called. Of the two and a half
 * thousand styles that Debian has, the longest comes to 34,000 elements. */
#define MAX_ELEMENTS 250000
#define MAX_DEPTH 60

typedef xmlDoc Document;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, xmlFreeDoc)

typedef struct
{
  xmlNode  *node;
  guint64   weight;    /* elements with those of the macros it calls; 0 until known */
  gboolean  entered;
} Macro;

typedef struct
{
  GHashTable *macros;  /* name → Macro */
  const char *title;
  GError    **error;
} Check;

static gboolean
refuse (Check      *check,
        const char *reason)
{
  g_set_error (check->error, QUOTH_CITE_ERROR, QUOTH_CITE_ERROR_BROKEN_STYLE,
               /* Translators: first the name of a citation style, then the reason */
               _("The style “%s” can't be used: %s"), check->title, reason);

  return FALSE;
}

static gboolean
refuse_malformed (Check *check)
{
  const xmlError *problem = xmlGetLastError ();
  g_autofree char *message = g_strdup (problem != NULL &&
                                       problem->message != NULL ? problem->message : "XML");
  g_autofree char *reason = NULL;

  g_strchomp (message);
  /* Translators: the number of a line in a file, and what an XML parser said about it */
  reason = g_strdup_printf (_("its file is damaged in line %d (%s)"),
                            problem != NULL ? problem->line : 1, message);

  return refuse (check, reason);
}

static gboolean
is_named (const xmlNode *node,
          const char    *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

/* The next node in the order of the text, staying inside @top. */
static xmlNode *
next_node (xmlNode       *node,
           const xmlNode *top)
{
  if (node->children != NULL && node->type == XML_ELEMENT_NODE)
    return node->children;
  while (node != top && node->next == NULL)
    node = node->parent;

  return node != top ? node->next : NULL;
}

static gboolean weigh (Check    *check,
                       xmlNode  *top,
                       guint     depth,
                       guint64  *weight);

static gboolean
weigh_macro (Check         *check,
             const xmlChar *name,
             guint          depth,
             guint64       *weight)
{
  Macro *macro = g_hash_table_lookup (check->macros, name);
  g_autofree char *reason = NULL;

  if (macro == NULL)
    {
      reason = g_strdup_printf (_("it uses a macro “%s” that it doesn't have"),
                                (const char *) name);
      return refuse (check, reason);
    }
  if (macro->entered)
    {
      reason = g_strdup_printf (_("its macro “%s” uses itself"), (const char *) name);
      return refuse (check, reason);
    }
  if (depth > MAX_DEPTH)
    return refuse (check, _("its macros are nested too deeply"));

  if (macro->weight == 0)
    {
      macro->entered = TRUE;
      if (!weigh (check, macro->node, depth + 1, &macro->weight))
        return FALSE;
      macro->entered = FALSE;
    }
  *weight += macro->weight;

  return TRUE;
}

/* Elements of @top and of all that it calls. */
static gboolean
weigh (Check    *check,
       xmlNode  *top,
       guint     depth,
       guint64  *weight)
{
  for (xmlNode *node = top; node != NULL; node = next_node (node, top))
    {
      xmlChar *name;
      gboolean fine = TRUE;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      *weight += 1;
      name = xmlGetProp (node, (const xmlChar *) "macro");
      if (name != NULL)
        fine = weigh_macro (check, name, depth, weight);
      xmlFree (name);
      if (!fine)
        return FALSE;
      if (*weight > MAX_ELEMENTS)
        return refuse (check, _("its macros use one another too often"));
    }

  return TRUE;
}

static gboolean
check_rules (Check   *check,
             xmlNode *root)
{
  gboolean has_citation = FALSE;
  guint64 weight = 0;

  for (xmlNode *node = root->children; node != NULL; node = node->next)
    {
      Macro *macro;

      has_citation |= is_named (node, "citation");
      if (!is_named (node, "macro"))
        continue;
      macro = g_new0 (Macro, 1);
      macro->node = node;
      g_hash_table_insert (check->macros, xmlGetProp (node, (const xmlChar *) "name"), macro);
    }
  if (!has_citation)
    return refuse (check, _("it doesn't say how to cite"));

  /* Macros that nothing calls are read too. */
  for (xmlNode *node = root->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && !weigh (check, node, 0, &weight))
      return FALSE;
  g_debug ("%s: %" G_GUINT64_FORMAT " elements", check->title, weight);

  return TRUE;
}

static void
free_name (gpointer name)
{
  xmlFree (name);
}

static guint
hash_name (gconstpointer name)
{
  return name != NULL ? g_str_hash (name) : 0;
}

static gboolean
equal_names (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 (a, b) == 0;
}

/**
 * quoth_style_check:
 * @title: the style's name, for messages
 *
 * Returns: %FALSE and @error, which says what is wrong, if the processor must not get this style
 */
gboolean
quoth_style_check (const char  *xml,
                   gsize        length,
                   const char  *title,
                   GError     **error)
{
  g_autoptr (GHashTable) macros = g_hash_table_new_full (hash_name, equal_names, free_name, g_free);
  g_autoptr (Document) document = NULL;
  Check check = { macros, title, error };
  xmlNode *root;

  g_return_val_if_fail (xml != NULL, FALSE);
  g_return_val_if_fail (length <= G_MAXINT, FALSE);

  if (!g_utf8_validate_len (xml, length, NULL))
    return refuse (&check, _("its file isn't in UTF-8"));
  xmlResetLastError ();
  document = xmlReadMemory (xml, length, NULL, NULL,
                            XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (document == NULL)
    return refuse_malformed (&check);
  if (document->intSubset != NULL)
    return refuse (&check, _("its file defines a document type of its own"));
  root = xmlDocGetRootElement (document);
  if (root == NULL || !is_named (root, "style"))
    return refuse (&check, _("its file is no citation style"));

  return check_rules (&check, root);
}
