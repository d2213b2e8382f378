// SPDX-License-Identifier: Apache-2.0
// A form that is asked as it stands, without its logic: every question is relevant. For forms that have none.
#pragma once

#include <memory>

#include "firmware/ports/form_run.h"

namespace tertulia {

[[nodiscard]] std::unique_ptr<FormRun> plain_run(std::shared_ptr<const Questionnaire> form);

}  // namespace tertulia
