#include "html/component.h"

#include "base/result.h"

namespace probity::html {

Attribute class_names(std::string_view own, std::string_view more) {
  std::string names(own);
  if (!more.empty()) {
    names += ' ';
    names += more;
  }
  return {"class", names};
}

std::vector<Attribute> with_extra(std::string_view own_class, const Extra& extra,
                                  std::initializer_list<Attribute> more) {
  std::vector<Attribute> out{class_names(own_class, extra.classes)};
  out.insert(out.end(), more.begin(), more.end());
  out.insert(out.end(), extra.attributes.begin(), extra.attributes.end());
  return out;
}

ElementName heading_name(int level) {
  switch (level) {
  case 1:
    return "h1";
  case 2:
    return "h2";
  case 3:
    return "h3";
  case 4:
    return "h4";
  case 5:
    return "h5";
  default:
    PROBITY_ENSURE(level == 6);
    return "h6";
  }
}

} // namespace probity::html
