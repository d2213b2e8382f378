// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/contact_file.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <system_error>

#include <unistd.h>

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

// For somebody who cannot read the file.
std::string_view cure_for(const std::filesystem::path& path) {
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(path, unknown)) return "move it away: contacts need a file there";
  if (::access(path.c_str(), R_OK) != 0) return "give it to the user that runs this program";
  if (std::filesystem::file_size(path, unknown) > kMostFileBytes)
    return "this program did not write it: move it away and keep it";
  return "check the disk";
}

Result<std::vector<std::string>> lines_in(const std::filesystem::path& path) {
  std::error_code absent;
  if (!std::filesystem::exists(path, absent)) return std::vector<std::string>{};
  TRY(const std::string text, read_file(path, {kMostFileBytes, {}, cure_for(path)}));
  std::istringstream stream(text);
  std::vector<std::string> all;
  for (std::string line; std::getline(stream, line);)
    if (!line.empty()) all.push_back(line);
  return all;
}

// Sorted, so that the file does not tell which came last.
std::string text_of(std::vector<std::string> lines) {
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text.append(line).append("\n");
  return text;
}

}  // namespace

Result<std::vector<std::string>> ContactFile::lines() const { return lines_in(path_); }

Outcome ContactFile::write(Lines lines, WallTime day) const {
  if (lines.empty()) return remove_file(path_);
  TRY_DONE(replace_file(path_, text_of(std::move(lines))));
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

// A power cut in between leaves a line in both files: the next call finds it set aside already.
Outcome ContactFile::set_aside_damaged() const {
  TRY(const auto all, lines());
  Lines sound;
  Lines damaged;
  WallTime newest;
  for (const std::string& line : all) {
    const auto contact = contact_in(line);
    (contact ? sound : damaged).push_back(line);
    if (contact) newest = std::max(newest, contact->day);
  }
  if (damaged.empty()) return Done{};
  TRY(auto aside, lines_in(aside_));
  for (const std::string& line : damaged)
    if (std::find(aside.begin(), aside.end(), line) == aside.end()) aside.push_back(line);
  TRY_DONE(replace_file(aside_, text_of(std::move(aside))));
  TRY_DONE(write(std::move(sound), newest));
  return Error{path_.string() + ": " + std::to_string(damaged.size()) +
               " contacts are damaged and cannot be sent. They were set aside in " + aside_.string() +
               "; keep it until the visit is over, and check the disk."};
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
