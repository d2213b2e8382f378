// SPDX-License-Identifier: Apache-2.0
// The table of contacts. They are sealed: neither the hub nor its database can read them. Where a table
// remembers the order of arrival, all rows are written anew with each that comes, in the order of their
// random ids. A contact that was erased leaves its id, so that no device and no backup brings it back; the id
// goes with the others of its age.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"
#include "hub/arrival/arrival.h"
#include "hub/store/database.h"
#include "hub/store/sql.h"

namespace tertulia::hub {

// What the kiosk promises: a contact is erased after a year at the latest.
inline constexpr std::chrono::days kContactsKept{365};

// The database, for a command that reads or erases contacts: those that are too old at `now` (RFC 3339) are
// gone. Makes no database where there is none. Errors: the tables are not of this program's version.
[[nodiscard]] Result<std::unique_ptr<Sql>> open_contacts(const std::string& database, std::string_view now);

// Adds what is not there yet, inside a transaction of the caller. Of each: kNew; kHeld, the same or erased;
// or kSetAside, another contact under its id, which is then not stored here.
// The year of one whose day cannot be right, because the clock of its device was never set, begins at `now`
// (RFC 3339).
[[nodiscard]] Result<std::vector<SaveResult>> add_contacts(Sql& sql, std::vector<ContactRow> rows,
                                                           std::string_view now);
// Those that were not erased, in the order of visits and ids.
[[nodiscard]] Result<std::vector<ContactRow>> stored_contacts(Sql& sql);
// False: there is none of this id.
[[nodiscard]] Result<bool> erase_contact(Sql& sql, std::string_view id);
// Those that are older than kContactsKept at `now` (RFC 3339), with their ids; inside a transaction of the
// caller.
[[nodiscard]] Outcome erase_old_contacts(Sql& sql, std::string_view now);

}  // namespace tertulia::hub
