//+------------------------------------------------------------------+
//| CommandReader.mqh                                                |
//| From the body of a message to a command, by the limits of        |
//| docs/protocol.md, section 7.                                     |
//+------------------------------------------------------------------+
#ifndef BITTEN_COMMAND_READER_MQH
#define BITTEN_COMMAND_READER_MQH

#include "Command.mqh"
#include "Limits.mqh"

#define COMMAND_LONGEST_TTL    60000
#define COMMAND_LONGEST_COMMENT 27
#define COMMAND_LONGEST_SYMBOL 32
#define COMMAND_LONGEST_REASON 400
//--- The last second that MQL5 knows
#define COMMAND_LATEST_MS      32535215999000

class CCommandReader
  {
private:
   static void       ReadOrder(CFields &fields,SCommand &command);
   static void       ReadModify(CFields &fields,SCommand &command);
   static void       ReadClose(CFields &fields,SCommand &command);

public:
   //--- "" when it could be read whole, else what is wrong with it. The id is set when there is one, whatever follows
   static string     Read(const string type,const long sentMs,CJsonReader &body,SCommand &command);
  };
//+------------------------------------------------------------------+
string CCommandReader::Read(const string type,const long sentMs,CJsonReader &body,SCommand &command)
  {
   CCommand::Clear(command);
   CFields fields;
   fields.Open(body,body.Root());
   command.kind=CCommand::KindOf(type);
   command.sentMs=sentMs;
   command.id=fields.Id("id");
   bool isOpening=CCommand::OpensPosition(command.kind);
   if(isOpening)
      ReadOrder(fields,command);
   if(command.kind==COMMAND_FIRE)
      command.deviation=fields.Integer("deviation",0,INT_MAX);
   if(command.kind==COMMAND_PLACE)
      command.untilMs=fields.Integer("untilMs",0,COMMAND_LATEST_MS);
   if(command.kind==COMMAND_CANCEL)
      command.order=fields.Id("order");
   if(command.kind==COMMAND_MODIFY)
      ReadModify(fields,command);
   if(command.kind==COMMAND_CLOSE)
      ReadClose(fields,command);
   if(isOpening || command.kind==COMMAND_FLATTEN)
      command.magic=fields.Integer("magic",1,JSON_LARGEST_INTEGER);
   if(command.kind==COMMAND_HALT)
      command.comment=fields.Text("reason",COMMAND_LONGEST_REASON);
   string error=fields.Error();
   if(error=="" && isOpening && fields.Has("plan"))
     {
      error=CPlan::Read(body,body.Member(body.Root(),"plan"),command.plan);
      error=(error=="") ? "" : "plan: "+error;
     }
   if(error=="" && command.kind==COMMAND_LIMITS)
      error=CLimits::Read(body,command.limits);
   return(error);
  }
//+------------------------------------------------------------------+
void CCommandReader::ReadOrder(CFields &fields,SCommand &command)
  {
   command.symbol=fields.Text("symbol",COMMAND_LONGEST_SYMBOL);
   string side=fields.Text("side",4);
   command.isBuy=(side=="buy");
   if(side!="buy" && side!="sell")
      fields.Refuse("side","buy or sell");
   command.lotsText=fields.Lots("lots",command.lots);
   command.stopText=fields.Price("stop",command.stop);
   command.targetText=fields.Price("target",command.target);
   command.priceText=fields.Price("price",command.price);
   command.maxSpread=fields.Integer("maxSpread",1,INT_MAX);
   command.ttlMs=fields.Integer("ttlMs",1,COMMAND_LONGEST_TTL);
   command.comment=fields.Text("comment",COMMAND_LONGEST_COMMENT);
  }
//+------------------------------------------------------------------+
void CCommandReader::ReadModify(CFields &fields,SCommand &command)
  {
   command.position=fields.Ticket("position");
   command.stopText=fields.Price("stop",command.stop);
   command.targetText=fields.PriceOrNull("target",command.target);
   command.ttlMs=fields.Integer("ttlMs",1,COMMAND_LONGEST_TTL);
  }
//+------------------------------------------------------------------+
void CCommandReader::ReadClose(CFields &fields,SCommand &command)
  {
   command.position=fields.Ticket("position");
   command.lotsText=fields.LotsOrNull("lots",command.lots);
   command.deviation=fields.Integer("deviation",0,INT_MAX);
   command.ttlMs=fields.Integer("ttlMs",1,COMMAND_LONGEST_TTL);
  }

#endif
//+------------------------------------------------------------------+
