#include "config.h"

#include "quoth-sidebar.h"

#include "quoth-facet-section.h"

struct _QuothSidebar
{
  AdwBin             parent_instance;

  QuothFacetSection *speaker_section;
  QuothFacetSection *organisation_section;
  QuothFacetSection *kind_section;
  QuothFacetSection *publication_section;
};

G_DEFINE_FINAL_TYPE (QuothSidebar, quoth_sidebar, ADW_TYPE_BIN)

static void
quoth_sidebar_class_init (QuothSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QUOTH_TYPE_FACET_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothSidebar, speaker_section);
  gtk_widget_class_bind_template_child (widget_class, QuothSidebar, organisation_section);
  gtk_widget_class_bind_template_child (widget_class, QuothSidebar, kind_section);
  gtk_widget_class_bind_template_child (widget_class, QuothSidebar, publication_section);
}

static void
quoth_sidebar_init (QuothSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
quoth_sidebar_set_facets (QuothSidebar   *self,
                          QuothFacetKind  kind,
                          QuothFacetList *facets)
{
  g_return_if_fail (QUOTH_IS_SIDEBAR (self));
  g_return_if_fail (kind < QUOTH_N_FACETS);

  QuothFacetSection *sections[QUOTH_N_FACETS] = {
    [QUOTH_FACET_SPEAKER] = self->speaker_section,
    [QUOTH_FACET_ORGANISATION] = self->organisation_section,
    [QUOTH_FACET_KIND] = self->kind_section,
    [QUOTH_FACET_PUBLICATION] = self->publication_section,
  };

  quoth_facet_section_set_facets (sections[kind], facets);
}
