// SPDX-License-Identifier: Apache-2.0
#include "drivers/openssl/enrolment_request.h"

#include <algorithm>
#include <string_view>

#include "drivers/openssl/certificates.h"
#include "firmware/domain/joined.h"

namespace tertulia::openssl {
namespace {

constexpr std::string_view kHead = "tertulia-request-2 roles=";
constexpr std::string_view kMade = " made=";
constexpr std::size_t kMostRoles = 16;

// What stands in the request and what the code covers is put together of these alone, so no two differ and
// look alike.
bool is_role(std::string_view text) {
  return !text.empty() && text.size() <= 32 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

// Each once, so that two screens of one role change no code.
std::vector<std::string> in_order(std::vector<std::string> roles) {
  std::sort(roles.begin(), roles.end());
  roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
  return roles;
}

Result<std::vector<std::string>> roles_from(std::string_view list) {
  std::vector<std::string> roles;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    if (!is_role(list.substr(0, end)) || roles.size() == kMostRoles)
      return Error{"the request names roles that this hub cannot read: update the hub"};
    roles.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return in_order(std::move(roles));
}

std::string plain(std::string_view code) {
  std::string letters;
  for (const char c : code) {
    if (c == '-' || c == ' ') continue;
    letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return letters;
}

}  // namespace

std::string in_words(const Applicant& applicant) {
  return applicant.device + ": " + joined(in_order(applicant.roles));
}

Result<std::string> make_enrolment_request(const std::string& key, const Applicant& applicant,
                                           WallTime made) {
  return make_request(
      key, applicant.device,
      std::string(kHead) + joined(in_order(applicant.roles), ",") + std::string(kMade) + to_rfc3339(made));
}

Result<EnrolmentRequest> read_enrolment_request(const std::string& request) {
  TRY(const Identity asked, read_request(request));
  std::string_view note = asked.note;
  if (note.empty())
    return Error{
        "an older version of tertulia made this request: its code covers the key of the device and not its "
        "name and roles. Update the device, then make a new request there with `tertulia enrol`"};
  const std::size_t made = note.find(kMade);
  if (!note.starts_with(kHead) || made == std::string_view::npos)
    return Error{"a newer version of tertulia made this request: update the hub"};
  EnrolmentRequest read{{asked.common_name, {}}, {}, asked.public_key};
  TRY(read.applicant.roles, roles_from(note.substr(kHead.size(), made - kHead.size())));
  TRY(read.made, wall_from_rfc3339(note.substr(made + kMade.size())));
  return read;
}

std::string code_for(const Applicant& applicant, const std::string& public_key) {
  return code_of("tertulia-request-2\n" + applicant.device + "\n" + joined(in_order(applicant.roles), ",") +
                 "\n" + public_key);
}

bool is_same_code(const std::string& typed, const std::string& code) { return plain(typed) == plain(code); }

}  // namespace tertulia::openssl
