#include "app/site.h"

#include "api/routes.h"
#include "pages/assurance/routes.h"
#include "pages/boards/routes.h"
#include "pages/command/routes.h"
#include "pages/contracts/routes.h"
#include "pages/fronts/front_routes.h"
#include "pages/lists/list_routes.h"
#include "pages/people/people_routes.h"
#include "pages/sides/routes.h"
#include "pages/staff/routes.h"
#include "pages/workforce/routes.h"

namespace probity::app {

std::shared_ptr<http::Site> site_of(service::Office& office) {
  auto site = std::make_shared<http::Site>();
  pages::add_staff_pages(site->router, office);
  pages::add_command_pages(site->router, office);
  pages::add_side_pages(site->router, office);
  pages::add_people_pages(site->router, office);
  pages::add_workforce_pages(site->router, office);
  pages::add_board_pages(site->router, office);
  pages::add_assurance_pages(site->router, office);
  pages::add_contract_pages(site->router, office);
  pages::add_front_pages(site->router, office);
  pages::add_list_files(site->router, office);
  api::add_api(site->router, office);
  site->error_page = [](const http::Request& request, http::Status status) {
    return request.path.starts_with("/api/") ? api::api_error(status)
                                             : pages::staff_error_page(request, status);
  };
  return site;
}

} // namespace probity::app
