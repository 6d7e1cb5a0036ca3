#include "account_options.h"

#include <iostream>

namespace probity::program {

base::Result<std::string> password_from_input() {
  std::string line;
  if (!std::getline(std::cin, line))
    return base::fail(base::ErrorCode::invalid_input, "no password came on standard input", "password",
                      "Pipe it in, or type it and press Enter");
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

base::Result<access::Accounts> open_accounts(const Arguments& arguments, store::Access access) {
  return access::Accounts::open(arguments.text("accounts"), access);
}

void confirm(Terminal& terminal, const std::string& name, std::string_view said,
             const std::optional<std::string>& enrolment) {
  if (terminal.json()) {
    base::json::Value out(
        base::json::Object{{"account", base::json::Value(name)}, {"ok", base::json::Value(true)}});
    if (enrolment) out.set("enrolment", base::json::Value(*enrolment));
    terminal.print(out);
    return;
  }
  terminal.out << name << " " << said << ".\n";
  if (enrolment) terminal.out << "Shown this once, for the authenticator:\n  " << *enrolment << "\n";
}

} // namespace probity::program
