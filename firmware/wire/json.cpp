// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/json.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

namespace tertulia::wire {
namespace {

// Counts brackets outside of strings, before a parser allocates anything for them.
bool is_deeper_than(std::string_view text, std::size_t most) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > most) return true;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return false;
}

// One past the end of the value, or of the quoted name, that begins at `at`.
std::size_t end_of_value(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  bool in_string = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      in_string = c != '"';
      if (!in_string && depth == 0) return at + 1;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (depth == 0) return at;
      if (--depth == 0) return at + 1;
    } else if (depth == 0 && (c == ',' || c == ':')) {
      return at;
    }
  }
  return text.size();
}

}  // namespace

std::string_view member_text(std::string_view object, std::string_view member) {
  for (std::size_t at = 1; at < object.size();) {
    const std::size_t colon = end_of_value(object, at);
    const std::string_view name = object.substr(at, colon - at);
    const std::size_t end = end_of_value(object, std::min(colon + 1, object.size()));
    if (name.size() == member.size() + 2 && name.substr(1, member.size()) == member)
      return colon < end ? object.substr(colon + 1, end - colon - 1) : std::string_view();
    at = end + 1;
  }
  return {};
}

Result<Json> parse_object(std::string_view text, std::string_view what) {
  const std::string subject(what);
  if (text.size() > kLargestMessage) return Error{subject + ": longer than 65536 bytes"};
  if (is_deeper_than(text, kMostDepth)) return Error{subject + ": nested deeper than 8 levels"};
  // The parser would skip a byte order mark, which RFC 8259, section 8.1, forbids.
  Json json =
      text.starts_with("\xEF\xBB\xBF") ? Json(Json::value_t::discarded) : Json::parse(text, nullptr, false);
  if (json.is_discarded()) return Error{subject + ": not well-formed JSON in UTF-8"};
  if (!json.is_object()) return Error{subject + ": expected a JSON object"};
  return json;
}

std::string print(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

bool is_name(std::string_view text, std::size_t most) {
  return text.size() <= most && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
         });
}

const Json* Reader::find(const char* member) const {
  const auto at = object_.find(member);
  return at == object_.end() ? nullptr : &*at;
}

void Reader::add_error(std::string_view member, std::string_view expected) {
  if (error_.empty()) error_.append(what_).append(": ").append(member).append(": ").append(expected);
}

Outcome Reader::outcome() const {
  if (error_.empty()) return Done{};
  return Error{error_};
}

std::string Reader::name(const char* member) {
  const Json* json = find(member);
  const auto* text = json ? json->get_ptr<const std::string*>() : nullptr;
  if (text && is_name(*text)) return *text;
  add_error(member, "expected a text of at most 255 bytes without control characters");
  return {};
}

std::string Reader::optional_name(const char* member) { return find(member) ? name(member) : std::string(); }

std::string Reader::text(const char* member, std::size_t most) {
  const Json* json = find(member);
  const auto* text = json ? json->get_ptr<const std::string*>() : nullptr;
  const auto is_control = [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F;
  };
  if (text && text->size() <= most && std::none_of(text->begin(), text->end(), is_control)) return *text;
  add_error(member,
            "expected a text of at most " + std::to_string(most) + " bytes without control characters");
  return {};
}

std::string Reader::optional_text(const char* member, std::size_t most) {
  return find(member) ? text(member, most) : std::string();
}

std::vector<std::string> Reader::optional_names(const char* member) {
  return find(member) ? names(member) : std::vector<std::string>();
}

std::uint64_t Reader::optional_count(const char* member) { return find(member) ? count(member) : 0; }

std::vector<std::string> Reader::names(const char* member) {
  std::vector<std::string> all;
  const Json* json = list(member);
  if (!json) return all;
  for (const Json& item : *json) {
    const auto* text = item.get_ptr<const std::string*>();
    if (text && is_name(*text))
      all.push_back(*text);
    else
      add_error(member, "expected a list of texts of at most 255 bytes without control characters");
  }
  return all;
}

std::int64_t Reader::whole(const char* member, std::int64_t least, std::int64_t most) {
  const Json* json = find(member);
  // An integer above the range of int64 is stored as unsigned: get_ptr tells the two apart.
  if (json && json->is_number_integer()) {
    const auto* natural = json->get_ptr<const Json::number_unsigned_t*>();
    const bool fits = !natural || *natural <= static_cast<std::uint64_t>(INT64_MAX);
    const auto value = fits ? json->get<std::int64_t>() : 0;
    if (fits && value >= least && value <= most) return value;
  }
  add_error(member, "expected a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return 0;
}

Milliseconds Reader::milliseconds(const char* member, Milliseconds least) {
  return Milliseconds(whole(member, least.count(), kLongest.count()));
}

std::optional<Milliseconds> Reader::optional_milliseconds(const char* member, Milliseconds least) {
  if (!find(member)) return std::nullopt;
  return milliseconds(member, least);
}

std::int64_t bounded(Milliseconds time, Milliseconds least) {
  return std::clamp(time, least, kLongest).count();
}

std::int64_t bounded(BootTime time) { return std::clamp(time, BootTime{}, kLongestBoot).count(); }

WallTime Reader::time(const char* member) {
  const auto time = wall_from_rfc3339(name(member));
  if (time.ok()) return time.value();
  add_error(member, "expected a time like 2027-05-11T14:30:00Z");
  return {};
}

std::optional<WallTime> Reader::optional_time(const char* member) {
  if (!find(member)) return std::nullopt;
  return time(member);
}

BootTime Reader::boot_time(const char* member) { return BootTime(whole(member, 0, kLongestBoot.count())); }
std::uint64_t Reader::count(const char* member, std::uint64_t most) {
  const Json* json = find(member);
  const auto* value = json ? json->get_ptr<const Json::number_unsigned_t*>() : nullptr;
  if (value && *value <= most) return *value;
  add_error(member, "expected a whole number from 0 to " + std::to_string(most));
  return 0;
}

double Reader::number(const char* member, double least, double most) {
  const Json* json = find(member);
  if (json && json->is_number()) {
    const double value = json->get<double>();
    if (value >= least && value <= most) return value;
  }
  add_error(member, "expected a number from " + std::to_string(least) + " to " + std::to_string(most));
  return 0;
}

std::optional<double> Reader::optional_number(const char* member, double least, double most) {
  if (!find(member)) return std::nullopt;
  return number(member, least, most);
}

bool Reader::flag(const char* member) {
  const Json* json = find(member);
  if (json && json->is_boolean()) return json->get<bool>();
  add_error(member, "expected true or false");
  return false;
}

bool Reader::optional_flag(const char* member) { return find(member) && flag(member); }

const Json* Reader::list(const char* member) {
  const Json* json = find(member);
  if (json && json->is_array() && json->size() <= kMostItems) return json;
  add_error(member, "expected a list of at most 256 items");
  return nullptr;
}

const Json* Reader::object(const char* member, std::size_t most) {
  const Json* json = find(member);
  if (json && json->is_object() && json->size() <= most) return json;
  add_error(member, "expected an object of at most " + std::to_string(most) + " members");
  return nullptr;
}

const Json* Reader::optional_list(const char* member) { return find(member) ? list(member) : nullptr; }

const Json* Reader::optional_object(const char* member, std::size_t most) {
  return find(member) ? object(member, most) : nullptr;
}

}  // namespace tertulia::wire
