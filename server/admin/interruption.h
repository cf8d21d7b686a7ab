// SIGINT and SIGTERM as a question that long work asks between its steps. A second signal ends the process at once.
#pragma once

namespace xueshi::admin {

void heed_interruption();  // from now on
bool is_interrupted();

}  // namespace xueshi::admin
