// The execution of a request that passed its checks. Answers the return code and fills the result.
#pragma once
#include "terminal/server/job.hpp"

namespace mql::server {

Code executeDeal(Job& job);
Code executeSltp(Job& job);
Code executePending(Job& job);
Code executeModify(Job& job);
Code executeRemove(Job& job);
Code executeCloseBy(Job& job);

}  // namespace mql::server
