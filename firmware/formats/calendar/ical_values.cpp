// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/ical_values.h"

#include <algorithm>

#include <libical/ical.h>

#include "firmware/formats/text/html.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {

void FreeComponent::operator()(icalcomponent_impl* component) const { icalcomponent_free(component); }
void FreeProperty::operator()(icalproperty_impl* property) const { icalproperty_free(property); }

std::vector<icalproperty_impl*> properties_of(icalcomponent_impl* component, int kind) {
  const auto wanted = static_cast<icalproperty_kind>(kind);
  std::vector<icalproperty_impl*> properties;
  for (icalproperty* property = icalcomponent_get_first_property(component, wanted); property != nullptr;
       property = icalcomponent_get_next_property(component, wanted))
    properties.push_back(property);
  return properties;
}

icalproperty_impl* first_property(icalcomponent_impl* component, int kind) {
  return icalcomponent_get_first_property(component, static_cast<icalproperty_kind>(kind));
}

std::string text_of(icalproperty_impl* property) {
  icalvalue* value = icalproperty_get_value(property);
  if (value == nullptr || icalvalue_isa(value) != ICAL_TEXT_VALUE) return {};
  const char* text = icalvalue_get_text(value);
  return text == nullptr ? std::string() : clean_text(plain_text_of(text));
}

Language language_of(icalproperty_impl* property, const Language& fallback) {
  icalparameter* parameter = icalproperty_get_first_parameter(property, ICAL_LANGUAGE_PARAMETER);
  const char* name = parameter == nullptr ? nullptr : icalparameter_get_language(parameter);
  if (name == nullptr) return fallback;
  const std::string primary = lower_ascii(split(name, '-').front());
  const bool is_code =
      (primary.size() == 2 || primary.size() == 3) &&
      std::all_of(primary.begin(), primary.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return is_code ? primary : fallback;
}

}  // namespace tertulia::formats
