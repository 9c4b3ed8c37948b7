/* A library in a temporary folder with two sample articles, for tests of what reads it. */
#pragma once

#include "quoth-library.h"

#include "library-samples.h"

typedef struct
{
  char         *path;
  QuothLibrary *library;
} Fixture;

static inline gboolean
fixture_add (QuothStore  *store,
             gpointer     data,
             GError     **error)
{
  QuothAddResult result;

  return quoth_store_add_article (store, data, &result, NULL, error) &&
         quoth_store_finish_batch (store, error);
}

static inline void
fixture_write (Fixture        *fixture,
               QuothWriteFunc  func,
               gpointer        data)
{
  g_autoptr(GError) error = NULL;

  quoth_library_write (fixture->library, func, data, &error);
  g_assert_no_error (error);
}

static inline void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) ferry = sample_ferry ();
  g_autoptr(QuothArticle) quay = sample_quay ();
  g_autoptr(GError) error = NULL;

  fixture->path = sample_path ();
  fixture->library = quoth_library_open (fixture->path, &error);
  g_assert_no_error (error);
  fixture_write (fixture, fixture_add, ferry);
  fixture_write (fixture, fixture_add, quay);
}

static inline gboolean
fixture_on_timeout_cb (gpointer data)
{
  g_test_message ("Waited too long for %s", (const char *) data);
  g_assert_not_reached ();

  return G_SOURCE_REMOVE;
}

static inline gboolean
fixture_on_pause_cb (gpointer data)
{
  gboolean *over = data;

  *over = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the main context for as long as changes are gathered and read. */
static inline void
fixture_settle (void)
{
  gboolean over = FALSE;

  g_timeout_add (250, fixture_on_pause_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static inline void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  /* what was cancelled still has to come back */
  fixture_settle ();
  g_assert_finalize_object (fixture->library);
  sample_remove (fixture->path);
  g_free (fixture->path);
}
