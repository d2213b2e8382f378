// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/gettext_mo.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "firmware/files/read_file.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::uint32_t kMagic = 0x950412de;
constexpr std::uint32_t kMagicSwapped = 0xde120495;
constexpr std::size_t kMostTexts = 5000;
constexpr std::size_t kMostBytes = 4 << 20;

// The bytes of one file, read with its own byte order.
struct Image {
  std::string_view bytes;
  bool swapped = false;

  // Four bytes at `offset`; none beyond the end.
  [[nodiscard]] std::optional<std::uint32_t> number(std::uint64_t offset) const {
    if (offset > bytes.size() || bytes.size() - offset < 4) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      const std::size_t at = static_cast<std::size_t>(offset) + (swapped ? i : 3 - i);
      value = (value << 8) | static_cast<unsigned char>(bytes[at]);
    }
    return value;
  }

  // The text that the descriptor (length, offset) at `descriptor` points to; a NUL stands behind it.
  [[nodiscard]] std::optional<std::string_view> text(std::uint64_t descriptor) const {
    const auto length = number(descriptor);
    const auto offset = number(descriptor + 4);
    if (!length || !offset || *offset > bytes.size() || bytes.size() - *offset <= *length)
      return std::nullopt;
    const auto found = bytes.substr(*offset, *length);
    return bytes[*offset + *length] == '\0' && is_utf8(found) ? std::optional(found) : std::nullopt;
  }
};

struct Entry {
  std::string_view id;           // up to its first NUL: the singular
  std::string_view translation;  // plural forms, NUL between them
};

Error broken(std::string_view name) {
  return Error{std::string(name) + ": not a compiled catalogue, or damaged; compile it again with msgfmt"};
}

Result<std::vector<Entry>> read_entries(std::string_view bytes, std::string_view name) {
  Image image{bytes};
  if (const auto magic = image.number(0); magic == kMagicSwapped) {
    image.swapped = true;
  } else if (magic != kMagic) {
    return broken(name);
  }
  const auto revision = image.number(4);
  const auto count = image.number(8);
  const auto ids = image.number(12);
  const auto translations = image.number(16);
  if (!revision || (*revision >> 16) > 1 || !count || *count > kMostTexts || !ids || !translations) {
    return broken(name);
  }
  std::vector<Entry> entries;
  for (std::uint64_t i = 0; i < *count; ++i) {
    const auto id = image.text(*ids + 8 * i);
    const auto translation = image.text(*translations + 8 * i);
    if (!id || !translation) return broken(name);
    entries.push_back({id->substr(0, id->find('\0')), *translation});
  }
  return entries;
}

// The value of "Key: value" on a line of the header entry; empty when it is not there.
std::string_view header_field(std::string_view header, std::string_view key) {
  while (!header.empty()) {
    const auto line = header.substr(0, header.find('\n'));
    if (line.starts_with(key)) return trim(line.substr(key.size()));
    header.remove_prefix(std::min(line.size() + 1, header.size()));
  }
  return {};
}

std::vector<std::string> forms_of(std::string_view translation) {
  std::vector<std::string> forms = split(translation, '\0');
  const bool complete =
      std::none_of(forms.begin(), forms.end(), [](const auto& form) { return form.empty(); });
  return complete ? forms : std::vector<std::string>{};
}

}  // namespace

Result<Catalogue> parse_mo(std::string_view bytes, std::string_view name) {
  TRY(const std::vector<Entry> entries, read_entries(bytes, name));
  std::string_view header;
  std::map<std::string, std::vector<std::string>> texts;
  for (const Entry& entry : entries) {
    if (entry.id.empty()) {
      header = entry.translation;
    } else if (auto forms = forms_of(entry.translation); !forms.empty()) {
      texts.emplace(entry.id, std::move(forms));
    }
  }
  const std::string_view language = header_field(header, "Language:");
  if (language.empty())
    return Error{std::string(name) + ": its header names no Language; add one to the .po file"};
  if (lower_ascii(header_field(header, "Content-Type:")).find("charset=utf-8") == std::string::npos) {
    return Error{std::string(name) + ": is not in UTF-8; convert the .po file with msgconv --to-code=UTF-8"};
  }
  auto plural = parse_plural_forms(header_field(header, "Plural-Forms:"));
  if (!plural.ok()) return Error{std::string(name) + ": " + plural.error().message};
  return Catalogue(Language(language), std::move(texts), std::move(plural).value().rule);
}

Result<Catalogue> read_mo(const std::filesystem::path& path) {
  TRY(const std::string bytes, read_file(path, {kMostBytes, {}, "is it a catalogue?"}));
  return parse_mo(bytes, path.string());
}

Result<Catalogues> read_catalogues(const std::filesystem::path& folder) {
  std::error_code problem;
  std::vector<std::filesystem::path> files;
  for (std::filesystem::directory_iterator entry(folder, problem), end; !problem && entry != end;
       entry.increment(problem)) {
    if (entry->path().extension() == ".mo") files.push_back(entry->path());
  }
  if (problem) return Error{folder.string() + ": cannot be listed: " + problem.message()};
  if (files.empty()) return Error{folder.string() + ": holds no *.mo; build the target tertulia_languages"};
  std::sort(files.begin(), files.end());
  Catalogues all;
  for (const auto& file : files) {
    TRY(Catalogue catalogue, read_mo(file));
    all.add(std::move(catalogue));
  }
  return all;
}

}  // namespace tertulia::formats
