// SPDX-License-Identifier: Apache-2.0
#include "firmware/ports/views.h"

namespace tertulia {

View::View() = default;
View::View(const View& other) = default;
View::View(View&& other) noexcept = default;
View& View::operator=(const View& other) = default;
View& View::operator=(View&& other) noexcept = default;
View::~View() = default;

bool operator==(const View& one, const View& other) {
  return static_cast<const AnyView&>(one) == static_cast<const AnyView&>(other);
}

}  // namespace tertulia
