// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/type_names.h"

#include <algorithm>
#include <span>

#include "firmware/formats/text/nearest.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// Types of XLSForms that no kind of question has, and those of groups.
constexpr std::string_view kOthers[] = {"geopoint",
                                        "geotrace",
                                        "geoshape",
                                        "gps",
                                        "location",
                                        "image",
                                        "photo",
                                        "audio",
                                        "video",
                                        "file",
                                        "barcode",
                                        "calculate",
                                        "hidden",
                                        "xml external",
                                        "csv external",
                                        "osm",
                                        "select one",
                                        "select1",
                                        "select multiple",
                                        "select one external",
                                        "select one from file",
                                        "select multiple from file",
                                        "begin group",
                                        "end group",
                                        "begin repeat",
                                        "end repeat",
                                        "begin loop",
                                        "end loop",
                                        "today",
                                        "deviceid",
                                        "username",
                                        "phonenumber"};

// As the documentation of XLSForm writes it.
std::string written_type(std::string_view type) {
  std::string written(type);
  std::replace(written.begin(), written.end(), ' ', '_');
  return "'" + written + "'";
}

struct OtherWord {
  std::string_view word;  // plain
  std::string_view meant;
};

// What other programs and people call a type.
constexpr std::string_view kOneOrMany = "'select_one' or 'select_multiple'";
constexpr OtherWord kOtherTypes[] = {
    {"number", "'integer' or 'decimal'"},
    {"numeric", "'integer' or 'decimal'"},
    {"numerical", "'integer' or 'decimal'"},
    {"num", "'integer' or 'decimal'"},
    {"whole number", "'integer'"},
    {"count", "'integer'"},
    {"float", "'decimal'"},
    {"double", "'decimal'"},
    {"real", "'decimal'"},
    {"currency", "'decimal'"},
    {"short text", "'text'"},
    {"short answer", "'text'"},
    {"open", "'text'"},
    {"open ended", "'text'"},
    {"open question", "'text'"},
    {"free text", "'text'"},
    {"freetext", "'text'"},
    {"comment", "'text' with the appearance 'multiline'"},
    {"essay", "'text' with the appearance 'multiline'"},
    {"long text", "'text' with the appearance 'multiline'"},
    {"longtext", "'text' with the appearance 'multiline'"},
    {"long answer", "'text' with the appearance 'multiline'"},
    {"paragraph", "'text' with the appearance 'multiline'"},
    {"textarea", "'text' with the appearance 'multiline'"},
    {"text area", "'text' with the appearance 'multiline'"},
    {"multiline", "'text' with the appearance 'multiline'"},
    {"rating", "'range' with the appearance 'rating'"},
    {"stars", "'range' with the appearance 'rating'"},
    {"slider", "'range'"},
    {"scale", "'range'"},
    {"linear scale", "'range'"},
    {"opinion scale", "'range'"},
    {"nps", "'range' with the parameters 'start=0 end=10'"},
    {"yes/no", "'select_one' with a list of yes and no"},
    {"yes / no", "'select_one' with a list of yes and no"},
    {"yes no", "'select_one' with a list of yes and no"},
    {"yesno", "'select_one' with a list of yes and no"},
    {"y/n", "'select_one' with a list of yes and no"},
    {"boolean", "'select_one' with a list of yes and no"},
    {"bool", "'select_one' with a list of yes and no"},
    {"true/false", "'select_one' with a list of yes and no"},
    {"consent", "'acknowledge'"},
    {"confirm", "'acknowledge'"},
    {"info", "'note'"},
    {"information", "'note'"},
    {"statement", "'note'"},
    {"instruction", "'note'"},
    {"instructions", "'note'"},
    {"heading", "'note'"},
    {"day", "'date'"},
    {"hour", "'time'"},
    {"timestamp", "'dateTime'"},
    {"group", "'begin_group'"},
    {"section", "'begin_group'"},
    {"page", "'begin_group' with the appearance 'field-list'"},
    {"matrix", "'begin_group' with the appearance 'table-list'"},
    {"grid", "'begin_group' with the appearance 'table-list'"},
    {"repeat", "'begin_repeat'"},
};

// The same of types that a list stands behind: "dropdown towns".
constexpr OtherWord kOtherSelects[] = {
    {"single choice", "'select_one'"},
    {"single selection", "'select_one'"},
    {"choose one", "'select_one'"},
    {"pick one", "'select_one'"},
    {"dropdown", "'select_one'"},
    {"drop down", "'select_one'"},
    {"radio", "'select_one'"},
    {"radio button", "'select_one'"},
    {"radio buttons", "'select_one'"},
    {"radio group", "'select_one'"},
    {"likert", "'select_one' with the appearance 'likert'"},
    {"likert scale", "'select_one' with the appearance 'likert'"},
    {"smileys", "'select_one' with the appearance 'faces'"},
    {"multiple choice", kOneOrMany},
    {"multi choice", kOneOrMany},
    {"mcq", kOneOrMany},
    {"select", kOneOrMany},
    {"choice", kOneOrMany},
    {"choices", kOneOrMany},
    {"checkbox", "'select_multiple'"},
    {"checkboxes", "'select_multiple'"},
    {"check box", "'select_multiple'"},
    {"check boxes", "'select_multiple'"},
    {"tick box", "'select_multiple'"},
    {"multiselect", "'select_multiple'"},
    {"multi select", "'select_multiple'"},
    {"multiple selection", "'select_multiple'"},
    {"multiple answers", "'select_multiple'"},
    {"choose many", "'select_multiple'"},
    {"ranking", "'rank'"},
    {"order", "'rank'"},
};

std::optional<std::string> meant_by_word(std::string_view type, std::span<const OtherWord> words) {
  for (const auto& [word, meant] : words)
    if (type == word) return std::string(meant);
  return std::nullopt;
}

}  // namespace

std::string plain_type(std::string_view type) {
  std::string plain = lower_ascii(type);
  for (char& c : plain)
    if (c == '_' || c == '-') c = ' ';
  return plain;
}

bool is_metadata_type(std::string_view type) {
  return is_one_of(type, {"start",
                          "end",
                          "today",
                          "deviceid",
                          "device id",
                          "imei",
                          "phonenumber",
                          "phone number",
                          "username",
                          "email",
                          "subscriberid",
                          "subscriber id",
                          "simserial",
                          "sim id",
                          "uri:deviceid",
                          "uri:phonenumber",
                          "uri:username",
                          "uri:email",
                          "uri:simserial",
                          "audit",
                          "start geopoint",
                          "background audio",
                          "background geopoint"});
}

std::optional<std::string> meant_type(const std::string& type, const std::vector<std::string_view>& asked) {
  std::vector<std::string_view> known(asked);
  known.insert(known.end(), std::begin(kOthers), std::end(kOthers));
  const auto is_known = [&](std::string_view name) {
    return std::find(known.begin(), known.end(), name) != known.end();
  };
  if (is_known(type)) return std::nullopt;
  if (auto meant = meant_by_word(type, kOtherTypes)) return meant;
  if (auto meant = meant_by_word(type, kOtherSelects)) return meant;
  if (const auto meant = nearest(type, known)) return written_type(*meant);
  // The last word may be a list, and any further one says "or other".
  for (std::size_t end = type.rfind(' '); end != std::string::npos && end > 0;
       end = type.rfind(' ', end - 1)) {
    const std::string name = type.substr(0, end);
    if (is_known(name)) return std::nullopt;
    if (auto meant = meant_by_word(name, kOtherSelects)) return meant;
    if (const auto meant = nearest(name, {"select one", "select multiple", "select1"}))
      return written_type(*meant);
  }
  return std::nullopt;
}

}  // namespace tertulia::formats
