// SPDX-License-Identifier: Apache-2.0
// The contacts that wait beside the database NAME: the file NAME.contacts, a line for each, in the order of
// their random ids. It is written anew as a whole. So neither the place of a row, nor a page of the database,
// nor its WAL tells beside which answer a contact came; and the time of the file tells the day. Keeper thread
// only. Reasons: decision 112.
//
//   ID VISIT MILLISECONDS-OF-THE-DAY BASE64
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "firmware/domain/contact.h"
#include "firmware/domain/result.h"

namespace tertulia::sqlite {

inline constexpr std::size_t kMostContacts = 1'000;

struct WaitingContact {
  SealedContact contact;
  WallTime day;
};

class ContactFile {
 public:
  explicit ContactFile(const std::string& database_path) : path_(database_path + ".contacts") {}

  // Durable when it returns without error. Errors also: kMostContacts wait.
  Outcome add(const WaitingContact& waiting) const;
  // Those of days that are over at `now`, in the order of their ids. A line that cannot be read stays.
  [[nodiscard]] Result<std::vector<WaitingContact>> due(WallTime now) const;
  Outcome remove(const std::vector<WaitingContact>& sent) const;
  // Lines that cannot be read, too.
  [[nodiscard]] Result<std::uint64_t> count() const;

 private:
  [[nodiscard]] Result<std::vector<std::string>> lines() const;
  Outcome write(std::vector<std::string> lines, WallTime day) const;

  std::filesystem::path path_;
};

}  // namespace tertulia::sqlite
