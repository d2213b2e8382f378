// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/canonical.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "firmware/formats/pack/canonical_fields.h"
#include "firmware/formats/pack/canonical_words.h"
#include "firmware/formats/pictures/picture_text.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

using Json = nlohmann::ordered_json;
constexpr int kFormat = 5;  // another one when a pack of before would lack something

// --- writing

// Prints as it goes: a tree of all texts of a large form would take several times as much memory.
class Writer {
 public:
  explicit Writer(std::string& text) : text_(text) {}

  template <class Value>
  void operator()(const char* name, const Value& value);
  template <class Value>
  void unless(const char* name, const Value& value, const Value& usual = {}) {
    if (value != usual) (*this)(name, value);
  }

 private:
  std::string& text_;
  bool is_first_ = true;
};

void print_json(std::string& text, const Json& json) {
  text += json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <class Values, class Print>
void print_list(std::string& text, const Values& values, const Print& print) {
  text += '[';
  bool is_first = true;
  for (const auto& value : values) {
    if (!std::exchange(is_first, false)) text += ',';
    print(value);
  }
  text += ']';
}

void print(std::string& text, const std::string& value) { print_json(text, value); }
void print(std::string& text, bool value) { print_json(text, value); }
void print(std::string& text, double value) { print_json(text, value); }
template <std::integral Value>
void print(std::string& text, Value value) {
  text += std::to_string(value);
}
void print(std::string& text, Milliseconds value) { print(text, value.count()); }
void print(std::string& text, WallTime value) { print(text, value.time_since_epoch().count()); }
void print(std::string& text, const LocalizedText& value) {
  print_list(text, value.all(), [&](const auto& of_language) {
    text += '[';
    print(text, of_language.first);
    text += ',';
    print(text, of_language.second);
    text += ']';
  });
}
void print(std::string& text, const PackedPicture& value) {
  text.append("\"").append(picture_text(value)).append("\"");  // nothing in it needs an escape
}
void print(std::string& text, const Picture& value) { print(text, PackedPicture(value)); }
template <class Value>
requires std::is_enum_v<Value>
void print(std::string& text, Value value) { print(text, std::string(to_text(value))); }
template <class Value>
requires std::is_class_v<Value>
void print(std::string& text, const Value& value);
template <class Value>
void print(std::string& text, const std::vector<Value>& values) {
  print_list(text, values, [&](const Value& value) { print(text, value); });
}
template <class Value>
void print(std::string& text, const std::optional<Value>& value) {
  if (value)
    print(text, *value);
  else
    text += "null";
}
template <class... Types>
void print(std::string& text, const std::variant<Types...>& value) {
  text += '[' + std::to_string(value.index()) + ',';
  std::visit([&](const auto& type) { print(text, type); }, value);
  text += ']';
}
template <class Value>
requires std::is_class_v<Value>
void print(std::string& text, const Value& value) {
  text += '{';
  Writer writer(text);
  fields(writer, value);
  text += '}';
}

template <class Value>
void Writer::operator()(const char* name, const Value& value) {
  if (!std::exchange(is_first_, false)) text_ += ',';
  text_.append("\"").append(name).append("\":");
  print(text_, value);
}

// --- reading

// Remembers the path of the first thing that is not as it should be, and then does nothing more.
class Reader {
 public:
  explicit Reader(const Json& json) : json_(&json) {}

  template <class Value>
  void operator()(const char* name, Value& value) {
    if (!problem_.empty()) return;
    if (!json_->is_object() || !json_->contains(name)) return fail(name);
    child((*json_)[name], name, value);
  }
  template <class Value>
  void unless(const char* name, Value& value, const Value& usual = {}) {
    value = usual;
    if (json_->is_object() && json_->contains(name)) (*this)(name, value);
  }
  [[nodiscard]] const std::string& problem() const { return problem_; }

  void read(std::string& value) {
    if (!json_->is_string()) return fail("");
    value = json_->get_ref<const std::string&>();
  }
  void read(bool& value) {
    if (!json_->is_boolean()) return fail("");
    value = json_->get<bool>();
  }
  void read(double& value) {
    if (!json_->is_number()) return fail("");
    value = json_->get<double>();
  }
  template <std::integral Value>
  void read(Value& value) {
    if (!json_->is_number_integer()) return fail("");
    if (json_->is_number_unsigned() && json_->get<std::uint64_t>() > INT64_MAX) return fail("");
    const auto number = json_->get<std::int64_t>();
    if (!std::in_range<Value>(number)) return fail("");
    value = static_cast<Value>(number);
  }
  void read(Milliseconds& value) {
    std::int64_t count = 0;
    read(count);
    value = Milliseconds(count);
  }
  void read(WallTime& value) {
    std::int64_t count = 0;
    read(count);
    value = WallTime(Milliseconds(count));
  }
  void read(LocalizedText& value) {
    if (!json_->is_array()) return fail("");
    for (const Json& text : *json_) {
      if (!text.is_array() || text.size() != 2 || !text[0].is_string() || !text[1].is_string())
        return fail("");
      value.set(text[0].get_ref<const std::string&>(), text[1].get_ref<const std::string&>());
    }
  }
  void read(PackedPicture& value) {
    if (!json_->is_string()) return fail("");
    auto picture = picture_from_text(json_->get_ref<const std::string&>());
    if (!picture) return fail("");
    value = *std::move(picture);
  }
  void read(Picture& value) {
    PackedPicture packed;
    read(packed);
    if (problem_.empty()) value = packed.unpacked();
    if (fitted(value.size, kLargestLogo) != value.size) fail("");
  }
  template <class Value>
  requires std::is_enum_v<Value>
  void read(Value& value) {
    if (!json_->is_string()) return fail("");
    const auto known = parsed(value, json_->get_ref<const std::string&>());
    if (!known.ok()) return fail("");
    value = known.value();
  }
  template <class Value>
  void read(std::vector<Value>& values) {
    if (!json_->is_array()) return fail("");
    for (const Json& item : *json_) {
      Value value{};
      child(item, std::to_string(values.size()), value);
      if (!problem_.empty()) return;
      values.push_back(std::move(value));
    }
  }
  template <class Value>
  void read(std::optional<Value>& value) {
    if (json_->is_null()) return;
    read(value.emplace());
  }
  template <class... Types>
  void read(std::variant<Types...>& value) {
    if (!json_->is_array() || json_->size() != 2 || !(*json_)[0].is_number_unsigned()) return fail("");
    alternative(value, (*json_)[0].get<std::size_t>(), std::index_sequence_for<Types...>());
  }
  template <class Value>
  requires std::is_class_v<Value>
  void read(Value& value) { fields(*this, value); }

 private:
  template <class Value>
  void child(const Json& json, const std::string& name, Value& value) {
    Reader inner(json);
    inner.read(value);
    if (!inner.problem_.empty()) problem_ = "/" + name + (inner.problem_ == "/" ? "" : inner.problem_);
  }
  template <class Variant, std::size_t... Indices>
  void alternative(Variant& value, std::size_t wanted, std::index_sequence<Indices...> /*all*/) {
    const bool is_known =
        ((Indices == wanted && (child((*json_)[1], "1", value.template emplace<Indices>()), true)) || ...);
    if (!is_known) fail("0");
  }
  void fail(const std::string& name) {
    if (problem_.empty()) problem_ = "/" + name;
  }

  const Json* json_;
  std::string problem_;
};

template <class Value>
Outcome read_member(const Json& json, const char* name, Value& value) {
  Reader reader(json);
  reader(name, value);
  if (reader.problem().empty()) return Done{};
  return Error{"The imported pack is damaged at " + in_quotes(reader.problem()) + "; import it again."};
}

// Those that were counted and not stored, by severity.
Json more_findings(const Findings& findings) {
  Json more = Json::object();
  for (const Severity severity : {Severity::kRead, Severity::kGuessed, Severity::kSkipped, Severity::kWrong})
    if (findings.more(severity) > 0) more[std::string(to_text(severity))] = findings.more(severity);
  return more;
}

Outcome read_more_findings(const Json& json, Findings& findings) {
  if (!json.contains("more_findings")) return Done{};
  const Json& more = json["more_findings"];
  if (!more.is_object()) return Error{"The imported pack is damaged at '/more_findings'; import it again."};
  for (const auto& [name, count] : more.items()) {
    TRY(const Severity severity, severity_from(name));
    std::size_t value = 0;
    TRY_DONE(read_member(more, name.c_str(), value));
    findings.add_more(severity, value);
  }
  return Done{};
}

bool is_whole(const Questionnaire& form) {
  if (form.languages.empty() || form.pages.empty()) return false;
  const auto has_columns = [](const FormTable& table) { return !table.columns.empty(); };
  const auto has_its_repeat = [&](const Page& page) {
    const auto is_it = [&](const Repeat& repeat) { return repeat.path == page.repeat; };
    return page.repeat.empty() || std::any_of(form.repeats.begin(), form.repeats.end(), is_it);
  };
  return std::all_of(form.tables.begin(), form.tables.end(), has_columns) &&
         std::all_of(form.pages.begin(), form.pages.end(), has_its_repeat);
}

// What the types promise but JSON does not.
bool is_whole(const VisitPack& pack) {
  if (pack.visit.languages.empty() || pack.visit.rooms.empty() || !is_known_zone(pack.visit.zone))
    return false;
  for (const Questionnaire& form : pack.questionnaires)
    if (!is_whole(form)) return false;
  for (const Session& session : pack.agenda.sessions)
    if (session.rundown.segments.empty() || session.end <= session.start()) return false;
  return true;
}

}  // namespace

std::string to_canonical(const PackReading& reading) {
  std::string text = R"({"format":)" + std::to_string(kFormat) + R"(,"pack":)";
  print(text, reading.pack);
  text += R"(,"findings":)";
  print(text, reading.findings.all());
  if (const Json more = more_findings(reading.findings); !more.empty()) {
    text += R"(,"more_findings":)";
    print_json(text, more);
  }
  text += '}';
  return text;
}

Result<PackReading> from_canonical(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object() || json.value("format", Json()) != kFormat)
    return Error{"The imported pack is not in the expected form; import it again with this program."};
  PackReading reading;
  std::vector<Finding> findings;
  TRY_DONE(read_member(json, "pack", reading.pack));
  TRY_DONE(read_member(json, "findings", findings));
  for (Finding& finding : findings) reading.findings.add(std::move(finding));
  TRY_DONE(read_more_findings(json, reading.findings));
  if (reading.pack && !is_whole(*reading.pack))
    return Error{"The imported pack is damaged: a part that must be there is empty; import it again."};
  return reading;
}

}  // namespace tertulia::formats
