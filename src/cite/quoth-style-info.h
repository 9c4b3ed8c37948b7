#pragma once

#include "quoth-style.h"

G_BEGIN_DECLS

/**
 * QuothStyleInfo:
 *
 * What a .csl file says about itself before its rules begin.
 */
typedef struct
{
  char             *title;
  char             *short_title;
  char             *parent_id;
  char             *default_locale;
  QuothStyleFormat  format;
} QuothStyleInfo;

gboolean quoth_style_info_read_file (QuothStyleInfo  *self,
                                     const char      *path,
                                     GError         **error);
void     quoth_style_info_clear     (QuothStyleInfo  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuothStyleInfo, quoth_style_info_clear)

G_END_DECLS
