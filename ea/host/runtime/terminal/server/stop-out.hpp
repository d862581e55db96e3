#pragma once

namespace mql::server {

// Closes the worst positions while the account is below its stop-out level.
void stopOut();

}  // namespace mql::server
