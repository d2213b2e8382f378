// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/configuration/pins.h"

#include <fmt/format.h>

#include "firmware/files/read_file.h"
#include "firmware/formats/containers/toml.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostPinsBytes = 4096;
constexpr std::int64_t kLeastDigits = 4;
constexpr std::int64_t kMostDigits = 8;
constexpr std::string_view kCure = "set the PINs again with `tertulia pin`";

std::optional<PinEntry> read_entry(TomlTable& root, std::string_view role) {
  auto table = root.table(role);
  if (!table) return std::nullopt;
  PinEntry entry;
  entry.hash = table->exact_text("hash").value_or("");
  entry.digits = static_cast<int>(table->integer("digits", kLeastDigits, kMostDigits).value_or(0));
  if (!entry.hash.starts_with("$argon2id$")) table->wrong("hash", "is no hash of a PIN.");
  if (entry.digits == 0) table->wrong("digits", "is missing.");
  table->finish();
  return entry;
}

std::string text_of(std::string_view role, const std::optional<PinEntry>& entry) {
  if (!entry) return {};
  return fmt::format("\n[{}]\ndigits = {}\nhash = \"{}\"\n", role, entry->digits, entry->hash);
}

}  // namespace

Result<PinFile> parse_pins(std::string_view text, const std::filesystem::path& path) {
  const auto document = parse_toml(text);
  if (const auto* error = std::get_if<TomlError>(&document))
    return Error{fmt::format("{}:{}: is not valid TOML; {}", path.string(), error->line, kCure)};
  Findings findings;
  TomlTable root(*std::get<TomlDocument>(document), {path.string(), "", "", &findings});
  PinFile pins{read_entry(root, "moderator"), read_entry(root, "note-taker")};
  root.finish();
  if (!findings.any_wrong()) return pins;
  // The findings could quote the hash: only the place is told.
  return Error{fmt::format("{}, {}: is not as `tertulia pin` wrote it; {}", path.string(),
                           findings.all().front().place.where, kCure)};
}

Result<PinFile> read_pins(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored) && !ignored) return PinFile{};
  TRY(const std::string text, read_file(path, {kMostPinsBytes, FilePrivacy::kMode0600, kCure}));
  return parse_pins(text, path);
}

std::string pins_text(const PinFile& pins) {
  return "# The PINs of this desk, hashed. `tertulia pin` writes this file.\n" +
         text_of("moderator", pins.moderator) + text_of("note-taker", pins.note_taker);
}

}  // namespace tertulia::formats
