// What is recorded of a member of staff, or of a post; and the posts and staff of a body.
#pragma once

#include "service/case_view.h"
#include "service/workload.h"

namespace probity::service {

struct PostShown {
  casework::Post post;
  std::string holder_account; // empty: it is vacant, or its holder has none
};

struct StaffRecord {
  base::StreamId id; // the pseudonym, or the post
  base::Day on;
  std::uint64_t size = 0;         // of the ledger
  bool own = false;               // the caller's
  std::optional<PostShown> post;  // nothing: a member of staff
  std::string account;            // of the member of staff; empty: has none
  casework::StaffRow row;         // how they stand on the day
  casework::StaffMember member;   // what is recorded of them; empty where nothing is
  std::vector<PostShown> posts;   // that they fill
  std::int64_t length = 0;        // events that the record has
  std::vector<ShownEvent> events; // newest first
  // Commands about it that the caller may give as it stands, by name. The rules may still refuse.
  std::vector<const record::TypeDeclaration*> offered;
};

// By `see_staff`. `not_found` when nothing is known of one.
base::Result<StaffRecord> staff_record(Office& office, const Caller& caller, const base::StreamId& staff);
// The caller's own, by `see_own_staff_record`; there may be nothing in it.
base::Result<StaffRecord> own_staff_record(Office& office, const Caller& caller);

struct StaffList {
  base::Day on;
  std::uint64_t size = 0;       // of the ledger
  std::string body;             // of the caller
  std::vector<PostShown> posts; // by grade
  int filled = 0, vacant = 0, closed = 0;
  // By pseudonym; those who left too, and those of whom there is no more than an account.
  std::vector<StaffLoad> staff;
  int away = 0;
  bool may_make_post = false; // the caller may
};
// Of the caller's body, by `see_workload`.
base::Result<StaffList> staff_list(Office& office, const Caller& caller);

} // namespace probity::service
