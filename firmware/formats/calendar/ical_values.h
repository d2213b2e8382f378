// SPDX-License-Identifier: Apache-2.0
// Owners of libical's things, and its properties as values. For the sources of this folder; not for headers.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "firmware/domain/text.h"

struct icalcomponent_impl;
struct icalproperty_impl;

namespace tertulia::formats {

struct FreeComponent {
  void operator()(icalcomponent_impl* component) const;
};
using Component = std::unique_ptr<icalcomponent_impl, FreeComponent>;

struct FreeProperty {
  void operator()(icalproperty_impl* property) const;
};
using Property = std::unique_ptr<icalproperty_impl, FreeProperty>;

// In their order; `kind` is an icalproperty_kind. Owned by the component.
[[nodiscard]] std::vector<icalproperty_impl*> properties_of(icalcomponent_impl* component, int kind);
// Null when there is none.
[[nodiscard]] icalproperty_impl* first_property(icalcomponent_impl* component, int kind);

// Its text without HTML, cleaned; empty when it has none.
[[nodiscard]] std::string text_of(icalproperty_impl* property);
// "pt" of LANGUAGE=pt-PT.
[[nodiscard]] Language language_of(icalproperty_impl* property, const Language& fallback);

}  // namespace tertulia::formats
