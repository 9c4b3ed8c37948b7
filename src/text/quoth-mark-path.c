#include "quoth-mark.h"

#include <string.h>

/* The cheapest way to read a paragraph's marks. A state is the stack of the pairs that are open:
 * two bits a level (family plus one, the innermost in the lowest bits) for up to three levels, and
 * one bit that says that the outermost opened the paragraph. */

#define MAX_DEPTH 3
#define FROM_START (1 << (2 * MAX_DEPTH))
#define N_STATES (2 * FROM_START)
#define CHUNK 4096
#define BEAM 250
#define INFINITE G_MAXINT32

/* Tenths of a "rather not", as in QuothMark */
enum
{
  COST_NESTED = 2,           /* a pair of another family inside a pair */
  COST_NESTED_ALIKE = 30,    /* of the same family, where the mark's form tells that it opens */
  COST_NESTED_STRAIGHT = 75, /* of the same family, where it does not */
  COST_NESTED_AGAIN = 8,     /* “ ‘ “ ” ’ ” */
  COST_MISMATCH = 45,        /* opened by ‘, closed by " */
  COST_CLOSE_TWO = 60,
  COST_UNOPENED = 70,
  COST_REOPEN = 75,
  COST_REOPEN_LEVEL = 10,
  COST_RUNS_ON = 8,          /* no closing mark, and the next paragraph opens again */
  COST_UNCLOSED = 62,
  COST_UNCLOSED_LEVEL = 40,
};

typedef struct
{
  guint8 state;
  guint8 step;
} Back;

/* The states that can be reached before a mark, and what reaching them costs at least; for the
 * others the cost is INFINITE. */
typedef struct
{
  gint32 costs[N_STATES];
  guint8 states[N_STATES];
  guint  n;
} Front;

typedef struct
{
  const QuothMark *marks;
  Front            fronts[2];
  Front           *front;
  Front           *next;
  Back             back[CHUNK][N_STATES];
} Path;

static guint
depth_of (guint state)
{
  guint depth = 0;

  for (state &= FROM_START - 1; state != 0; state >>= 2)
    depth++;

  return depth;
}

static guint
push (guint            state,
      const QuothMark *mark,
      guint32          block_start)
{
  if (state == 0 && mark->start == block_start)
    return FROM_START | (mark->family + 1u);

  return (state & FROM_START) | ((state << 2) & (FROM_START - 1)) | (mark->family + 1u);
}

static guint
pop (guint state)
{
  guint rest = (state & (FROM_START - 1)) >> 2;

  return rest == 0 ? 0 : rest | (state & FROM_START);
}

static gboolean
is_open (guint state,
         guint family)
{
  for (state &= FROM_START - 1; state != 0; state >>= 2)
    if ((state & 3) == family + 1)
      return TRUE;

  return FALSE;
}

static int
nesting_cost (guint            state,
              const QuothMark *mark)
{
  if (state == 0)
    return 0;
  if ((state & 3) == mark->family + 1u)
    return mark->is_definite ? COST_NESTED_ALIKE : COST_NESTED_STRAIGHT;

  return is_open (state, mark->family) ? COST_NESTED_AGAIN : COST_NESTED;
}

static inline void
offer (Path          *path,
       guint          i,
       guint          from,
       guint          to,
       QuothMarkStep  step,
       gint32         cost)
{
  if (cost >= path->next->costs[to])
    return;
  if (path->next->costs[to] == INFINITE)
    path->next->states[path->next->n++] = to;
  path->next->costs[to] = cost;
  path->back[i][to] = (Back) { from, step };
}

static void
offer_closing (Path            *path,
               guint            i,
               guint            state,
               const QuothMark *mark,
               gint32           cost)
{
  guint below = pop (state);
  gint32 close = cost + mark->close + ((state & FROM_START) && below == 0 ? mark->lone_close : 0);

  if (state == 0)
    {
      offer (path, i, 0, 0, QUOTH_MARK_STEP_CLOSE_UNOPENED, close + COST_UNOPENED);
      return;
    }
  if ((state & 3) != mark->family + 1u)
    close += COST_MISMATCH;
  offer (path, i, state, below, QUOTH_MARK_STEP_CLOSE, close);
  if (below != 0 && (below & 3) == mark->family + 1u)
    offer (path, i, state, pop (below), QUOTH_MARK_STEP_CLOSE_TWO,
           cost + mark->close + COST_CLOSE_TWO);
}

static void
offer_opening (Path            *path,
               guint            i,
               guint            state,
               const QuothMark *mark,
               guint32          block_start,
               gint32           cost)
{
  guint depth = depth_of (state);

  if (depth < MAX_DEPTH)
    offer (path, i, state, push (state, mark, block_start), QUOTH_MARK_STEP_OPEN,
           cost + mark->open + nesting_cost (state, mark));
  if (depth > 0)
    offer (path, i, state, push (0, mark, block_start), QUOTH_MARK_STEP_REOPEN,
           cost + mark->open + COST_REOPEN + COST_REOPEN_LEVEL * (gint32) (depth - 1));
}

static void
clear_front (Front *front)
{
  for (guint i = 0; i < front->n; i++)
    front->costs[front->states[i]] = INFINITE;
  front->n = 0;
}

/* Takes the next front as the present one: without what is so dear that nothing can make up for it,
 * and with the cheapest at 0, so that sums stay small. */
static void
step_forward (Path *path)
{
  Front *done = path->front;
  gint32 best = INFINITE;
  guint kept = 0;

  path->front = path->next;
  path->next = done;
  clear_front (done);
  for (guint i = 0; i < path->front->n; i++)
    best = MIN (best, path->front->costs[path->front->states[i]]);
  for (guint i = 0; i < path->front->n; i++)
    {
      guint8 state = path->front->states[i];
      gint32 cost = path->front->costs[state] - best;

      path->front->costs[state] = cost <= BEAM ? cost : INFINITE;
      if (cost <= BEAM)
        path->front->states[kept++] = state;
    }
  path->front->n = kept;
}

static void
advance (Path    *path,
         guint    i,
         guint32  block_start)
{
  const QuothMark *mark = &path->marks[i];

  for (guint k = 0; k < path->front->n; k++)
    {
      guint state = path->front->states[k];
      gint32 cost = path->front->costs[state];

      offer (path, i, state, state, QUOTH_MARK_STEP_NONE,
             cost + (is_open (state, mark->family) ? mark->none_inside : mark->none));
      offer_opening (path, i, state, mark, block_start, cost);
      offer_closing (path, i, state, mark, cost);
    }
  step_forward (path);
}

static gint32
end_cost (guint    state,
          gboolean runs_on)
{
  guint depth = depth_of (state);

  if (depth == 0)
    return 0;
  if (runs_on)
    return ((state & FROM_START) ? 0 : COST_RUNS_ON) + COST_UNCLOSED_LEVEL * (gint32) (depth - 1);

  return COST_UNCLOSED + COST_UNCLOSED_LEVEL * (gint32) (depth - 1);
}

static guint
find_best_end (const Path *path,
               gboolean    runs_on)
{
  gint32 best = INFINITE;
  guint best_state = 0;

  for (guint i = 0; i < path->front->n; i++)
    {
      guint state = path->front->states[i];
      gint32 cost = path->front->costs[state] + end_cost (state, runs_on);

      if (cost >= best)
        continue;
      best = cost;
      best_state = state;
    }

  return best_state;
}

static void
follow_back (const Path *path,
             gsize       n_marks,
             guint       state,
             guint8     *steps)
{
  for (gsize i = n_marks; i-- > 0;)
    {
      steps[i] = path->back[i][state].step;
      state = path->back[i][state].state;
    }
}

static void
begin (Path *path)
{
  path->front = &path->fronts[0];
  path->next = &path->fronts[1];
  for (guint i = 0; i < G_N_ELEMENTS (path->fronts); i++)
    {
      path->fronts[i].n = 0;
      for (guint state = 0; state < N_STATES; state++)
        path->fronts[i].costs[state] = INFINITE;
    }
}

/**
 * quoth_mark_path_find:
 * @block_start: the paragraph's first byte
 * @runs_on: whether the next paragraph begins with an opening mark, so that a missing closing mark
 *   here is the custom of speech over several paragraphs
 * @steps: (out caller-allocates): gets a #QuothMarkStep for each mark
 *
 * Reads all marks of a paragraph at once: which open, which close, which are apostrophes. Over
 * thousands of marks it decides in between, so that memory stays bounded and time linear.
 */
void
quoth_mark_path_find (const QuothMark *marks,
                      gsize            n_marks,
                      guint32          block_start,
                      gboolean         runs_on,
                      guint8          *steps)
{
  g_autofree Path *path = NULL;
  guint state = 0;

  if (n_marks == 0)
    return;
  path = g_malloc (G_STRUCT_OFFSET (Path, back) + MIN (n_marks, CHUNK) * sizeof path->back[0]);
  begin (path);

  for (gsize first = 0; first < n_marks; first += CHUNK)
    {
      gsize n = MIN (n_marks - first, CHUNK);
      gboolean last = first + n == n_marks;

      path->marks = marks + first;
      clear_front (path->front);
      path->front->states[path->front->n++] = state;
      path->front->costs[state] = 0;
      for (gsize i = 0; i < n; i++)
        advance (path, i, block_start);
      state = find_best_end (path, runs_on || !last);
      follow_back (path, n, state, steps + first);
    }
}
