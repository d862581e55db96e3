//+------------------------------------------------------------------+
//| Command.mqh                                                      |
//| One command of the app, as the wire brought it and as a line of  |
//| the journal keeps it.                                            |
//+------------------------------------------------------------------+
#ifndef BITTEN_COMMAND_MQH
#define BITTEN_COMMAND_MQH

#include "Plan.mqh"

enum ENUM_COMMAND
  {
   COMMAND_NONE,
   COMMAND_FIRE,
   COMMAND_MODIFY,
   COMMAND_CLOSE,
   COMMAND_FLATTEN,
   COMMAND_LIMITS,
   COMMAND_HALT,
   COMMAND_RESUME,
   COMMAND_PLACE,   // the journal keeps these numbers: new ones come last
   COMMAND_CANCEL
  };

struct SCommand
  {
   ENUM_COMMAND      kind;
   string            id;
   long              sentMs;       // the app's clock
   long              ttlMs;        // 0: meant whenever it arrives
   string            symbol;
   bool              isBuy;
   string            lotsText;     // "" for all of a position
   double            lots;
   string            stopText;
   double            stop;
   string            targetText;   // "" for none
   double            target;
   string            priceText;
   double            price;
   long              deviation;
   long              maxSpread;
   long              magic;        // as the wire has it
   string            comment;      // of a halt: its reason
   ulong             position;
   SPlan             plan;
   string            limits;       // of `limits`, as Guard keeps them
   long              untilMs;      // of `place`: UTC of the market at which the broker removes it
   string            order;        // of `cancel`: the id that must not become a position
  };

#define COMMAND_COLUMNS 14

class CCommand
  {
private:
   static string     Plain(const string text);

public:
   static ENUM_COMMAND KindOf(const string type);
   static void       Clear(SCommand &command);
   //--- Columns parted by tabs, without the id
   static string     ToText(const SCommand &command);
   static bool       FromText(const string &columns[],const int from,SCommand &command);
   //--- The last column of an intention, which older journals do not have; "" for none
   static string     TailOf(const SCommand &command);
   static void       SetTail(const string tail,SCommand &command);
   static bool       OpensPosition(const ENUM_COMMAND kind) { return(kind==COMMAND_FIRE || kind==COMMAND_PLACE); }
  };
//+------------------------------------------------------------------+
ENUM_COMMAND CCommand::KindOf(const string type)
  {
   if(type=="fire")
      return(COMMAND_FIRE);
   if(type=="place")
      return(COMMAND_PLACE);
   if(type=="cancel")
      return(COMMAND_CANCEL);
   if(type=="modify")
      return(COMMAND_MODIFY);
   if(type=="close")
      return(COMMAND_CLOSE);
   if(type=="flatten")
      return(COMMAND_FLATTEN);
   if(type=="limits")
      return(COMMAND_LIMITS);
   if(type=="halt")
      return(COMMAND_HALT);
   return(type=="resume" ? COMMAND_RESUME : COMMAND_NONE);
  }
//+------------------------------------------------------------------+
void CCommand::Clear(SCommand &command)
  {
   command.kind=COMMAND_NONE;
   command.id="";
   command.sentMs=0;
   command.ttlMs=0;
   command.symbol="";
   command.isBuy=false;
   command.lotsText="";
   command.lots=0.0;
   command.stopText="";
   command.stop=0.0;
   command.targetText="";
   command.target=0.0;
   command.priceText="";
   command.price=0.0;
   command.deviation=0;
   command.maxSpread=0;
   command.magic=0;
   command.comment="";
   command.position=0;
   command.limits="";
   command.untilMs=0;
   command.order="";
   CPlan::Clear(command.plan);
  }
//+------------------------------------------------------------------+
//| Tabs and line ends are the journal's own                         |
//+------------------------------------------------------------------+
string CCommand::Plain(const string text)
  {
   string plain=text;
   for(int i=0; i<StringLen(plain); i++)
      if(StringGetCharacter(plain,i)<0x20)
         StringSetCharacter(plain,i,' ');
   return(plain);
  }
//+------------------------------------------------------------------+
string CCommand::ToText(const SCommand &command)
  {
   string text=IntegerToString((int)command.kind)+"\t"+Plain(command.symbol)+"\t"+(command.isBuy ? "buy" : "sell");
   text+="\t"+command.lotsText+"\t"+command.stopText+"\t"+command.targetText+"\t"+command.priceText;
   text+="\t"+IntegerToString(command.deviation)+"\t"+IntegerToString(command.maxSpread);
   text+="\t"+CDecimal::Ticket(command.position)+"\t"+Plain(command.comment);
   text+="\t"+CPlan::ToText(command.plan)+"\t"+Plain(command.limits)+"\t"+IntegerToString(command.magic);
   return(text);
  }
//+------------------------------------------------------------------+
bool CCommand::FromText(const string &columns[],const int from,SCommand &command)
  {
   if(ArraySize(columns)<from+COMMAND_COLUMNS)
      return(false);
   command.kind=(ENUM_COMMAND)StringToInteger(columns[from]);
   command.symbol=columns[from+1];
   command.isBuy=(columns[from+2]=="buy");
   command.lotsText=columns[from+3];
   command.lots=StringToDouble(command.lotsText);
   command.stopText=columns[from+4];
   command.stop=StringToDouble(command.stopText);
   command.targetText=columns[from+5];
   command.target=StringToDouble(command.targetText);
   command.priceText=columns[from+6];
   command.price=StringToDouble(command.priceText);
   command.deviation=StringToInteger(columns[from+7]);
   command.maxSpread=StringToInteger(columns[from+8]);
   command.position=(ulong)StringToInteger(columns[from+9]);
   command.comment=columns[from+10];
   command.limits=columns[from+12];
   command.magic=StringToInteger(columns[from+13]);
   return(CPlan::FromText(columns[from+11],command.plan));
  }
//+------------------------------------------------------------------+
string CCommand::TailOf(const SCommand &command)
  {
   if(command.kind==COMMAND_PLACE)
      return(IntegerToString(command.untilMs));
   return(command.kind==COMMAND_CANCEL ? command.order : "");
  }
//+------------------------------------------------------------------+
void CCommand::SetTail(const string tail,SCommand &command)
  {
   if(command.kind==COMMAND_PLACE)
      command.untilMs=StringToInteger(tail);
   if(command.kind==COMMAND_CANCEL)
      command.order=tail;
  }

#endif
//+------------------------------------------------------------------+
