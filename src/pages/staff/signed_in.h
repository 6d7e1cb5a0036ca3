// What every route of the staff's pages has before it: who asks, and that a form is one of ours.
#pragma once

#include <functional>

#include "http/router.h"
#include "pages/staff/pages.h"

namespace probity::pages {

using Page = std::function<http::Response(const http::Request&, const Reader&)>;

// The page for who is signed in; others are sent to sign in and come back. What changes something must carry
// the token of a form that was shown to the same caller. `again`, where given, shows the form as it was sent:
// to whoever it was shown to before their session ended, once they are signed in again (form_draft.h).
http::Handler signed_in(service::Office& office, Page page, Page again = {});

// Adds routes whose pages ask a service of the office, which must outlive the router.
class StaffRoutes {
 public:
  using Asked = http::Response (*)(service::Office&, const http::Request&, const Reader&);
  StaffRoutes(http::Router& router, service::Office& office) : router_(router), office_(office) {}
  // `label`: the action that the gate is asked for.
  void add(http::Method method, std::string_view pattern, std::string_view label, Asked asked);
  // What a form is sent to, and what shows the form again, filled in as it was sent, and records nothing.
  void add_form(std::string_view pattern, std::string_view label, Asked take,
                std::string_view label_of_showing, Asked again);

 private:
  http::Router& router_;
  service::Office& office_;
};

// The page that says that too much is asked of the service at once and nothing was done: 503 with
// Retry-After. Without a reader it is for who is not signed in.
http::Response busy_page(const Reader* reader);
// The page for what a service refused or could not do; `busy_page` where the error is `busy`.
http::Response problem(const base::Error& error, const Reader& reader);

// Whether an error is said at the form that was sent: what was chosen does not stand, or the form was sent
// before with another answer (`id_reused`). Anything else is a page of its own.
bool is_said_at_form(const base::Error& error);

} // namespace probity::pages
