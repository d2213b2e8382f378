// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/contact_file.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <system_error>

#include "firmware/domain/digest.h"
#include "firmware/files/read_file.h"
#include "firmware/files/replace_file.h"

namespace tertulia::sqlite {
namespace {

constexpr std::size_t kMostFileBytes = 8U << 20U;

std::string line_of(const WaitingContact& waiting) {
  const SealedContact& contact = waiting.contact;
  return contact.id.text() + " " + contact.visit + " " +
         std::to_string(waiting.day.time_since_epoch().count()) + " " + to_base64(contact.sealed);
}

// None: the line is damaged.
std::optional<WaitingContact> contact_in(const std::string& line) {
  std::istringstream words(line);
  std::string id;
  std::string sealed;
  std::int64_t day = 0;
  WaitingContact waiting;
  if (!(words >> id >> waiting.contact.visit >> day >> sealed)) return std::nullopt;
  const auto parsed = SubmissionId::parse(id);
  waiting.contact.sealed.resize(kSealedBytes);
  if (!parsed.ok() || !from_base64(sealed, waiting.contact.sealed)) return std::nullopt;
  waiting.contact.id = parsed.value();
  waiting.day = WallTime(Milliseconds(day));
  return waiting;
}

}  // namespace

Result<std::vector<std::string>> ContactFile::lines() const {
  std::error_code absent;
  if (!std::filesystem::exists(path_, absent)) return std::vector<std::string>{};
  TRY(const std::string text, read_file(path_, {kMostFileBytes, {}, "check the disk"}));
  std::istringstream stream(text);
  std::vector<std::string> all;
  for (std::string line; std::getline(stream, line);)
    if (!line.empty()) all.push_back(line);
  return all;
}

Outcome ContactFile::write(std::vector<std::string> lines, WallTime day) const {
  if (lines.empty()) return remove_file(path_);
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text.append(line).append("\n");
  TRY_DONE(replace_file(path_, text));
  std::error_code ignored;  // of a file system without times
  std::filesystem::last_write_time(path_, std::chrono::file_clock::from_sys(day), ignored);
  return Done{};
}

Outcome ContactFile::add(const WaitingContact& waiting) const {
  TRY(auto all, lines());
  if (all.size() >= kMostContacts)
    return Error{path_.string() + ": " + std::to_string(kMostContacts) +
                 " contacts wait. Connect the network, so that the hub takes them over."};
  all.push_back(line_of(waiting));
  return write(std::move(all), waiting.day);
}

Result<std::vector<WaitingContact>> ContactFile::due(WallTime now) const {
  TRY(const auto all, lines());
  std::vector<WaitingContact> found;
  for (const std::string& line : all)
    if (auto waiting = contact_in(line); waiting && waiting->day < day_of(now))
      found.push_back(*std::move(waiting));
  return found;
}

Outcome ContactFile::remove(const std::vector<WaitingContact>& sent) const {
  TRY(auto all, lines());
  for (const WaitingContact& each : sent) std::erase(all, line_of(each));
  const auto day = sent.empty() ? WallTime() : sent.back().day;
  return write(std::move(all), day);
}

Result<std::uint64_t> ContactFile::count() const {
  TRY(const auto all, lines());
  return all.size();
}

}  // namespace tertulia::sqlite
