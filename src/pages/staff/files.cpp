#include "pages/staff/files.h"

#include "html/form_sheet.h"
#include "html/product_mark.h"
#include "html/style_sheet.h"

namespace probity::pages {

const std::shared_ptr<const http::StaticFiles>& staff_files() {
  static const std::shared_ptr<const http::StaticFiles> files = [] {
    auto out = std::make_shared<http::StaticFiles>();
    out->add(sheet_name, std::string(html::page_sheet.text()) + std::string(html::chart_sheet.text()) +
                             std::string(html::form_sheet.text()));
    out->add(icon_name, html::product_icon());
    return out;
  }();
  return files;
}

} // namespace probity::pages
