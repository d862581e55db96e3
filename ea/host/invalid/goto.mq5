//--- expect 149 there is no goto
void OnTick()
  {
   goto end; // here
  }
