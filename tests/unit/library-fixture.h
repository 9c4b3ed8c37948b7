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

static inline gboolean
fixture_on_timeout_cb (gpointer data G_GNUC_UNUSED)
{
  g_assert_not_reached ();

  return G_SOURCE_REMOVE;
}

static inline void
fixture_on_changed_cb (QuothLibrary *library G_GNUC_UNUSED,
                       gpointer      user_data)
{
  guint *count = user_data;

  (*count)++;
}

/* Runs the main context until *flag is set. */
static inline void
fixture_wait (guint *flag)
{
  guint timeout = g_timeout_add_seconds (60, fixture_on_timeout_cb, NULL);

  while (*flag == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

/* Writes, and waits until the library has said so. */
static inline void
fixture_change (Fixture        *fixture,
                QuothWriteFunc  func,
                gpointer        data)
{
  guint changed = 0;
  gulong handler = g_signal_connect (fixture->library, "changed",
                                     G_CALLBACK (fixture_on_changed_cb),
                                     &changed);

  fixture_write (fixture, func, data);
  fixture_wait (&changed);
  g_signal_handler_disconnect (fixture->library, handler);
}

/* Waits for a list that reads the library. */
static inline void
fixture_load (gpointer list)
{
  guint timeout = g_timeout_add_seconds (60, fixture_on_timeout_cb, NULL);
  gboolean loading = TRUE;

  while (g_object_get (list, "loading", &loading, NULL), loading)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
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
  fixture_change (fixture, fixture_add, quay);
}

static inline void
fixture_on_gone_cb (gpointer  data,
                    GObject  *library G_GNUC_UNUSED)
{
  guint *gone = data;

  *gone = 1;
}

/* What was cancelled still has to come back before the library goes. */
static inline void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  guint gone = 0;

  g_object_weak_ref (G_OBJECT (fixture->library), fixture_on_gone_cb, &gone);
  g_object_unref (fixture->library);
  fixture_wait (&gone);
  sample_remove (fixture->path);
  g_free (fixture->path);
}
