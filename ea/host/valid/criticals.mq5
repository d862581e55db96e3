//+------------------------------------------------------------------+
//| criticals.mq5                                                    |
//| What ends a program at once. The input chooses one.              |
//+------------------------------------------------------------------+
enum ENUM_FAULT
  {
   FAULT_NONE, FAULT_INDEX, FAULT_NEGATIVE_INDEX, FAULT_DIVISION, FAULT_REMAINDER, FAULT_NULL_POINTER,
   FAULT_DELETED_POINTER, FAULT_DELETE_TWICE, FAULT_CAST, FAULT_FORMAT_KIND, FAULT_FORMAT_SIZE,
   FAULT_FORMAT_MISSING, FAULT_STRING_INDEX
  };

input ENUM_FAULT Fault=FAULT_NONE;
input int        Number=0;
input string     Text="nothing";

class CThing
  {
public:
   int               value;
   virtual void      Touch(void) { value++; }
  };

class COther : public CThing
  {
  };

void Commit(void)
  {
   int values[3];
   CThing *thing=new CThing;
   CThing *absent=NULL;
   string format="%d";
   switch(Fault)
     {
      case FAULT_INDEX: values[Number+3]=1; break;
      case FAULT_NEGATIVE_INDEX: values[Number-1]=1; break;
      case FAULT_DIVISION: Print(1/Number); break;
      case FAULT_REMAINDER: Print(1%Number); break;
      case FAULT_NULL_POINTER: absent.Touch(); break;
      case FAULT_DELETED_POINTER: delete thing; thing.Touch(); break;
      case FAULT_DELETE_TWICE: delete thing; delete thing; break;
      case FAULT_CAST: thing=(COther *)thing; break;
      case FAULT_FORMAT_KIND: PrintFormat(format,1.5); break;
      case FAULT_FORMAT_SIZE: PrintFormat(format,(long)1); break;
      case FAULT_FORMAT_MISSING: PrintFormat(format); break;
      case FAULT_STRING_INDEX: Print(Text[100]); break;
      default: break;
     }
   delete thing;
  }

int OnInit()
  {
   Print(Text," ",Number);
   Commit();
   Print("done");
   return(INIT_SUCCEEDED);
  }
//+------------------------------------------------------------------+
