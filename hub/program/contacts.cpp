// SPDX-License-Identifier: Apache-2.0
#include "hub/store/contacts.h"

#include <iostream>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "drivers/linux/clock.h"
#include "drivers/sealing/opening_key.h"
#include "firmware/domain/digest.h"
#include "firmware/files/replace_file.h"
#include "firmware/wire/contact.h"
#include "hub/contacts/contact_list.h"
#include "hub/program/choices.h"
#include "hub/program/opening_key_file.h"
#include "hub/program/options.h"
#include "hub/trust/secret_file.h"

namespace tertulia::hub {
namespace {

struct Contacting {
  std::string database;
  KeyFile key;
  std::string visit;
  std::string to;
  std::string id;
  bool for_others = false;
};

Outcome make_key(const Contacting& line) {
  TRY(const std::string passphrase, passphrase_of(line.key));
  TRY(const OpeningKey key, OpeningKey::random());
  TRY(const std::string text, key.text(passphrase));
  TRY_DONE(write_secret(line.key.path, kOpeningKey, text));
  std::cout << key.public_key().text() << "\n";
  log_line("Write the line above into visit.toml, below [privacy]: contact_key = \"...\". Keep " +
           line.key.path +
           " and a copy of it apart from the hub: without it nobody can read a contact, or a sealed export.");
  return Done{};
}

Result<Contact> opened(const OpeningKey& key, const std::string& sealed) {
  std::vector<std::uint8_t> bytes(kSealedBytes);
  if (!from_base64(sealed, bytes)) return Error{"it is damaged"};
  TRY(const std::string text, key.open(bytes));
  return wire::decode_contact(text);
}

Result<std::unique_ptr<Sql>> opened_now(const Contacting& line) {
  TRY(const SystemClock clock, SystemClock::open());
  return open_contacts(line.database, to_rfc3339(clock.now().wall));
}

Outcome print_contacts(const Contacting& line) {
  TRY(const OpeningKey key, read_key(line.key));
  TRY(const auto sql, opened_now(line));
  TRY(const auto rows, stored_contacts(*sql));
  std::vector<OpenedContact> contacts;
  for (const ContactRow& row : rows) {
    if (!line.visit.empty() && row.visit != line.visit) continue;
    auto contact = opened(key, row.sealed);
    if (!contact.ok()) {
      log_line("contact " + row.id + " is left out: " + contact.error().message);
      continue;
    }
    if (line.for_others && !contact.value().for_others) continue;
    contacts.push_back({row.id, row.visit, row.day, std::move(contact).value()});
  }
  const std::string csv = to_csv(contact_table(contacts));
  if (line.to.empty())
    print(csv);
  else
    TRY_DONE(replace_file(line.to, csv));
  log_line(
      std::to_string(contacts.size()) +
      " contacts. Whoever asks is erased here with erase-contact ID, and by you in every copy of this list; "
      "all of them after a year.");
  return Done{};
}

Outcome erase(const Contacting& line) {
  TRY(const auto sql, opened_now(line));
  bool is_erased = false;
  TRY_DONE(sql->transaction([&]() -> Outcome {
    TRY(is_erased, erase_contact(*sql, line.id));
    return Done{};
  }));
  sql->forget_traces();
  if (!is_erased) return Error{"the hub has no contact " + line.id + "; the list of `contacts` names them"};
  std::cout << "erased\n";
  return Done{};
}

}  // namespace

Choices contacting(CLI::App& app) {
  auto line = std::make_shared<Contacting>();
  CLI::App* make = app.add_subcommand(
      "make-contact-key", "Make the programme's key for contacts and print what visit.toml must say of it");
  make->add_option("file", line->key.path, "file of the private key, mode 0600")->required();
  CLI::App* list = app.add_subcommand("contacts", "Open the contacts of visitors and print them as CSV");
  list->add_option("--key", line->key.path, "file that `tertulia-hub make-contact-key` made")->required();
  for (CLI::App* command : {make, list}) add_passphrase_option(*command, line->key);
  list->add_option("--visit", line->visit, "id of a visit; without it: all");
  list->add_flag("--for-others", line->for_others, "only those that others of the visit may see");
  list->add_option("--to", line->to, "file to write, mode 0600; without it: the terminal");
  CLI::App* erase_one = app.add_subcommand("erase-contact", "Erase the contact of somebody who asks for it");
  erase_one->add_option("id", line->id, "as `tertulia-hub contacts` prints it")->required();
  for (CLI::App* command : {list, erase_one}) add_database_option(*command, line->database);
  return {{make, [line] { return make_key(*line); }},
          {list, [line] { return print_contacts(*line); }},
          {erase_one, [line] { return erase(*line); }}};
}

}  // namespace tertulia::hub
