//--- expect 56 OnDeinit takes a reason
void OnDeinit() // here
  {
  }
