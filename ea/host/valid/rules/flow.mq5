//--- Loops, switches and ways out that MQL5 takes
#define LIMIT 10
input group "Size"
input int             Count=5;                 // how many
input double          Lots=0.1;
input string          Host="127.0.0.1";
input ENUM_TIMEFRAMES Frame=PERIOD_M1;
sinput datetime       Since=D'2020.01.01';
input color           Ink=clrRed;
input bool            Loud=false;

int    total=LIMIT*2+1;
double prices[3]={1.5,2,3};
string greeting="hello "+"world";
ulong  ticket=0;
const int LAST=LIMIT-1;

string Word(const int value)
  {
   switch(value)
     {
      case 'A':
         return "letter";
      case LIMIT:
      case LAST:
        {
         string text="limit";
         return text;
        }
      case -1:
         break;
      default:
         return "other";
     }
   return NULL;
  }

int Forever()
  {
   int count=0;
   while(true)
     {
      count++;
      if(count>LIMIT)
         return count;
     }
  }

int Choose(const bool yes)
  {
   if(yes)
      return 1;
   else
      return 2;
  }

int First(const int &values[])
  {
   int found;
   if(ArraySize(values)==0)
      return -1;
   found=values[0];
   for(int i=1; i<ArraySize(values); i++)
     {
      if(values[i]<0)
         continue;
      if(values[i]==LIMIT)
         break;
      found=values[i];
     }
   for(int i=0,j=5; i<j; i++,j--)
      found+=i*j;
   return found;
  }

bool Read(long &value)
  {
   return SymbolInfoInteger(_Symbol,SYMBOL_SPREAD,value);
  }

int OnInit()
  {
   if(!EventSetMillisecondTimer(16))
      return INIT_FAILED;
   return INIT_SUCCEEDED;
  }

void OnDeinit(const int reason)
  {
   EventKillTimer();
   Print(reason,Lots,Host,Frame,Since,Ink,Loud);
  }

void OnTimer()
  {
   static int calls=0;
   calls++;
   long spread;
   if(Read(spread))
      Print(spread);
   MqlTradeRequest request={};
   MqlTradeResult  result;
   ZeroMemory(result);
   request.action=TRADE_ACTION_DEAL;
   request.type=ORDER_TYPE_BUY;
   request.volume=Lots;
   if(!OrderSend(request,result) || result.retcode!=TRADE_RETCODE_DONE)
      Print(result.retcode,GetLastError());
   int values[];
   ArrayResize(values,Count);
   ArrayFill(values,0,Count,1);
   do
     {
      ticket++;
     }
   while(ticket<(ulong)total);
   prices[0]+=1;
   Print(First(values),Forever(),Choose(true),Word('A'),greeting);
  }

void OnTradeTransaction(const MqlTradeTransaction &transaction,const MqlTradeRequest &request,const MqlTradeResult &result)
  {
   Print(transaction.deal,request.magic,result.deal);
  }

void OnChartEvent(const int id,const long &lparam,const double &dparam,const string &sparam)
  {
   if(id==CHARTEVENT_OBJECT_CLICK && sparam!="")
      Print(lparam,dparam);
  }
