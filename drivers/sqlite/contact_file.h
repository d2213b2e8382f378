// SPDX-License-Identifier: Apache-2.0
// The contacts that wait beside the database NAME: the file NAME.contacts, a line for each, in the order of
// their random ids. It is written anew as a whole. So neither the place of a row, nor a page of the database,
// nor its WAL tells beside which answer a contact came; and the time of the file tells the day. Keeper thread
// only. Reasons: decision 112.
//
//   ID VISIT MILLISECONDS-OF-THE-DAY BASE64
//
// A line that cannot be read goes into NAME.contacts.corrupt, which is never deleted. Errors say the cure.
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
  explicit ContactFile(const std::string& database_path)
      : path_(database_path + ".contacts"), aside_(database_path + ".contacts.corrupt") {}

  // Durable when it returns without error. Errors also: kMostContacts wait.
  Outcome add(const WaitingContact& waiting) const;
  // Errors also: lines could not be read and are set aside now. So it is said once.
  [[nodiscard]] Outcome set_aside_damaged() const;
  // Those of days that are over at `now`, in the order of their ids. A line that cannot be read stays.
  [[nodiscard]] Result<std::vector<WaitingContact>> due(WallTime now) const;
  Outcome remove(const std::vector<WaitingContact>& sent) const;
  // Lines that cannot be read, too.
  [[nodiscard]] Result<std::uint64_t> count() const;

 private:
  using Lines = std::vector<std::string>;

  [[nodiscard]] Result<Lines> lines() const;
  Outcome write(Lines lines, WallTime day) const;

  std::filesystem::path path_;
  std::filesystem::path aside_;
};

}  // namespace tertulia::sqlite
