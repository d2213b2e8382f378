// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/type_names.h"

#include <algorithm>

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
  return written;
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
  if (const auto meant = nearest(type, known)) return written_type(*meant);
  // The last word may be a list, and any further one says "or other".
  for (std::size_t end = type.rfind(' '); end != std::string::npos && end > 0;
       end = type.rfind(' ', end - 1)) {
    const std::string name = type.substr(0, end);
    if (is_known(name)) return std::nullopt;
    if (const auto meant = nearest(name, {"select one", "select multiple", "select1"}))
      return written_type(*meant);
  }
  return std::nullopt;
}

}  // namespace tertulia::formats
