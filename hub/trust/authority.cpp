// SPDX-License-Identifier: Apache-2.0
#include "hub/trust/authority.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <set>
#include <sstream>

#include "drivers/openssl/authority.h"
#include "drivers/openssl/certificates.h"
#include "drivers/openssl/enrolment_request.h"
#include "firmware/domain/joined.h"
#include "firmware/domain/terminal_text.h"
#include "firmware/files/read_file.h"
#include "firmware/files/replace_file.h"
#include "firmware/wire/enrolment.h"
#include "firmware/wire/topics.h"
#include "hub/trust/secret_file.h"

namespace tertulia::hub {
namespace {

namespace fs = std::filesystem;

constexpr int kAuthorityDays = 3650;
constexpr int kServiceDays = 800;  // of broker and hub
constexpr std::array<std::string_view, 4> kRoles{"kiosk", "room", "door", "moderator"};

std::string in(const std::string& folder, const std::string& name) {
  return (fs::path(folder) / name).string();
}

Outcome make_if_missing(const std::string& folder, const std::string& name, WallTime now) {
  if (fs::exists(in(folder, name + ".key"))) return Done{};
  TRY(const auto made, openssl::make_authority("tertulia " + name, {now, kAuthorityDays}));
  TRY_DONE(write_secret(in(folder, name + ".key"), "key", made.key));
  return replace_file(in(folder, name + ".pem"), made.certificate, Readers::kEverybody);
}

Result<openssl::Authority> read_authority(const std::string& folder, const std::string& name) {
  const ReadOptions options{.cure = "make it with: tertulia-hub authority"};
  TRY(auto certificate, read_file(in(folder, name + ".pem"), options));
  TRY(auto key, read_file(in(folder, name + ".key"), options));
  return openssl::Authority{std::move(certificate), std::move(key)};
}

struct Service {
  std::string name;       // of its files, and its common name
  std::string authority;  // that vouches for it
  openssl::Purpose purpose;
};

Outcome make_service(const std::string& folder, const Service& service, WallTime now) {
  const std::string key = openssl::make_key();
  TRY(const auto authority, read_authority(folder, service.authority));
  TRY(const std::string request, openssl::make_request(key, service.name));
  TRY(const std::string certificate,
      openssl::issue(authority, {request, {now, kServiceDays}, service.purpose}));
  std::error_code ignored;
  fs::remove(in(folder, service.name + ".key"), ignored);
  TRY_DONE(write_secret(in(folder, service.name + ".key"), "key", key));
  return replace_file(in(folder, service.name + ".pem"), certificate, Readers::kEverybody);
}

// Serials, one a line. No file: none.
Result<std::vector<std::string>> revoked(const std::string& folder) {
  if (!fs::exists(in(folder, "revoked"))) return std::vector<std::string>();
  TRY(std::string text, read_file(in(folder, "revoked")));
  std::istringstream lines(std::move(text));
  return std::vector<std::string>(std::istream_iterator<std::string>(lines), {});
}

// Serials of the certificates of a device, out of the names of their files.
std::vector<std::string> issued(const std::string& folder, const std::string& device) {
  std::vector<std::string> serials;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(in(folder, "issued"), none)) {
    const fs::path name = entry.path().stem();  // device.serial
    if (name.stem() == device) serials.push_back(name.extension().string().substr(1));
  }
  return serials;
}

Outcome check_name(const std::string& name) {
  if (wire::is_level(name) && name != "all" && name != "room" && name != "hub") return Done{};
  return Error{"'" + terminal_text(name) +
               "' is not the name of a device: 1 to 32 of a-z, 0-9 and '-', and not all, room or hub"};
}

// As a certificate names them.
std::string unit_of(const openssl::Applicant& applicant) { return joined(applicant.roles, ","); }

std::string day_text(WallTime time) { return to_rfc3339(time).substr(0, kRfc3339DayLength); }

// A device without a battery for its clock may be years behind, and must not be locked out by that.
Outcome check_date(WallTime made, WallTime now) {
  if (made > now - kRequestsAreGood && made < now + std::chrono::days(1)) return Done{};
  return Error{"this request was made on " + day_text(made) + " by the clock of the device, and today is " +
               day_text(now) + " by the clock of this machine; requests are good for " +
               std::to_string(kRequestsAreGood.count()) +
               " days. Make a new one with `tertulia enrol` at the device, or restart it: its status screen "
               "shows a new one then. If this one is new, one of the clocks is wrong: set it. Where that "
               "cannot be done, look that the screen of the device shows this name and these roles, and "
               "say --any-date"};
}

Result<openssl::EnrolmentRequest> checked_request(const Approval& approval, WallTime now) {
  TRY(auto request, openssl::read_enrolment_request(approval.request));
  TRY_DONE(check_name(request.applicant.device));
  if (!approval.any_date) TRY_DONE(check_date(request.made, now));
  return request;
}

// Of the certificates that a device ever got, those under which its roles were others.
std::vector<std::string> warnings_of(const std::string& folder, const openssl::Applicant& applicant) {
  std::vector<std::string> warnings;
  for (const std::string& serial : issued(folder, applicant.device)) {
    const auto pem = read_file(in(folder, "issued/" + applicant.device + "." + serial + ".pem"));
    const auto had =
        pem.ok() ? openssl::read_certificate(pem.value()) : Result<openssl::Identity>(pem.error());
    if (!had.ok() || had.value().unit.empty() || had.value().unit == unit_of(applicant)) continue;
    warnings.push_back("a certificate of " + applicant.device + " until " +
                       terminal_text(had.value().not_after) +
                       " was for other roles: " + terminal_text(had.value().unit));
  }
  return warnings;
}

// Tells apart what can be told: the code of a version before, and that of other roles.
Error wrong_code(const std::string& typed, const openssl::EnrolmentRequest& request) {
  const std::string asks = "This request asks for " + openssl::in_words(request.applicant) + ". ";
  for (unsigned some = 0; some < (1U << kRoles.size()); ++some) {
    openssl::Applicant shown{request.applicant.device, {}};
    for (std::size_t i = 0; i < kRoles.size(); ++i)
      if ((some >> i & 1U) != 0) shown.roles.emplace_back(kRoles[i]);
    if (openssl::is_same_code(typed, openssl::code_for(shown, request.public_key)))
      return Error{"the code of this request is not the one that was typed: that one was shown for " +
                   openssl::in_words(shown) + ". " + asks +
                   "Its roles were changed after the code was shown. If they are right now, read the code "
                   "that the device shows today"};
  }
  return Error{"the code of this request is not the one that was typed. " + asks +
               "The code covers the name, the roles and the key: if the screen of the device shows another "
               "name or other roles, its configuration was changed, and a new request from `tertulia enrol` "
               "helps. If it shows the same, another device made this file, or it was changed on its way"};
}

}  // namespace

Outcome make_authority(const std::string& folder, const std::vector<std::string>& hosts, WallTime now) {
  std::error_code failed;
  fs::create_directories(in(folder, "issued"), failed);
  if (!failed) fs::permissions(folder, fs::perms::owner_all, failed);
  if (failed) return Error{"the folder " + folder + " cannot be made: " + failed.message()};
  TRY_DONE(make_if_missing(folder, "programme", now));
  TRY_DONE(make_if_missing(folder, "hub-authority", now));
  using Side = openssl::Purpose::Side;
  TRY_DONE(make_service(folder, {"broker", "programme", {Side::kServer, hosts}}, now));
  return make_service(folder, {"hub", "hub-authority", {Side::kClient, {}}}, now);
}

Result<Asked> read_asked(const Approval& approval, WallTime now) {
  TRY(const auto request, checked_request(approval, now));
  const auto& [device, roles] = request.applicant;
  return Asked{device, roles, request.made, warnings_of(approval.folder, request.applicant)};
}

Result<Enrolment> enrol(const Approval& approval, WallTime now) {
  TRY(const auto request, checked_request(approval, now));
  const std::string& device = request.applicant.device;
  if (!openssl::is_same_code(approval.code, openssl::code_for(request.applicant, request.public_key)))
    return wrong_code(approval.code, request);
  TRY(const auto gone, revoked(approval.folder));
  const auto earlier = issued(approval.folder, device);
  const bool in_use = std::any_of(earlier.begin(), earlier.end(), [&](const std::string& serial) {
    return std::find(gone.begin(), gone.end(), serial) == gone.end();
  });
  if (in_use && !approval.replaces)
    return Error{"a device called " + device +
                 " has a certificate; give this one another name, or say --replace to revoke the old one"};
  if (in_use) {
    TRY([[maybe_unused]] const int count, revoke(approval.folder, device));
  }
  TRY(const auto authority, read_authority(approval.folder, "programme"));
  TRY(const std::string certificate, openssl::issue(authority, {approval.request,
                                                                {now, approval.days},
                                                                {openssl::Purpose::Side::kClient, {}},
                                                                unit_of(request.applicant)}));
  TRY(const auto made, openssl::read_certificate(certificate));
  TRY_DONE(replace_file(in(approval.folder, "issued/" + device + "." + made.serial + ".pem"), certificate,
                        Readers::kEverybody));
  const wire::EnrolmentBundle bundle{approval.hub_key, certificate, authority.certificate};
  return Enrolment{device, wire::encode(bundle), openssl::code_of(wire::encode(bundle)), in_use};
}

Result<int> revoke(const std::string& folder, const std::string& device) {
  TRY_DONE(check_name(device));
  TRY(const auto gone, revoked(folder));
  std::string list;
  for (const std::string& serial : gone) list += serial + "\n";
  int count = 0;
  for (const std::string& serial : issued(folder, device)) {
    if (std::find(gone.begin(), gone.end(), serial) != gone.end()) continue;
    list += serial + "\n";
    ++count;
  }
  TRY_DONE(replace_file(in(folder, "revoked"), list));
  if (count == 0) return Error{"no certificate of a device called " + device + " is in use"};
  return count;
}

Result<std::vector<std::string>> enrolled(const std::string& folder) {
  TRY(const auto gone, revoked(folder));
  std::set<std::string> devices;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(in(folder, "issued"), none)) {
    const fs::path name = entry.path().stem();  // device.serial
    const std::string serial = name.extension().string();
    const bool is_gone =
        !serial.empty() && std::find(gone.begin(), gone.end(), serial.substr(1)) != gone.end();
    if (!is_gone && check_name(name.stem().string()).ok()) devices.insert(name.stem().string());
  }
  return std::vector<std::string>(devices.begin(), devices.end());
}

Result<std::string> programme_certificate(const std::string& folder) {
  return read_file(in(folder, "programme.pem"), {.cure = "name the folder of `tertulia-hub authority`"});
}

Result<bool> is_turned_away(const std::string& folder, const std::string& serial) {
  TRY(const auto serials, revoked(folder));
  return std::find(serials.begin(), serials.end(), serial) != serials.end();
}

Result<std::string> revocation_list(const std::string& folder, WallTime now) {
  TRY(const auto authority, read_authority(folder, "programme"));
  TRY(const auto serials, revoked(folder));
  return openssl::revocation_list(authority, serials, now);
}

}  // namespace tertulia::hub
