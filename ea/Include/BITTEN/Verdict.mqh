//+------------------------------------------------------------------+
//| Verdict.mqh                                                      |
//| What became of one command, in the words of the wire.            |
//+------------------------------------------------------------------+
#ifndef BITTEN_VERDICT_MQH
#define BITTEN_VERDICT_MQH

#include "Interfaces.mqh"
#include "Decimal.mqh"
#include "Protocol.mqh"
#include "Bytes.mqh"
#include "JsonWriter.mqh"

#define VERDICT_LONGEST_TEXT 400

struct SVerdict
  {
   string            is;         // in the words of the wire
   long              retcode;    // MetaTrader's, 0 when nothing reached the broker
   ulong             order;      // tickets: 0 for none
   ulong             deal;
   ulong             position;
   string            price;      // "" for none
   string            lots;
   string            text;
  };

class CVerdict
  {
private:
   static void       Ticket(CJsonWriter &body,const string name,const ulong ticket);
   static void       Figure(CJsonWriter &body,const string name,const string value);

public:
   static void       Make(SVerdict &verdict,const string is,const long retcode,const string text);
   static string     Body(const string id,const SVerdict &verdict);
   //--- `placed` waits at the broker for its last word
   static bool       IsFinal(const string is) { return(is!=VERDICT_UNKNOWN && is!=VERDICT_PLACED); }
   //--- A ticket of a body that was told before; 0 for none
   static ulong      TicketOf(const string body,const string name);
  };
//+------------------------------------------------------------------+
void CVerdict::Make(SVerdict &verdict,const string is,const long retcode,const string text)
  {
   verdict.is=is;
   verdict.retcode=retcode;
   verdict.order=0;
   verdict.deal=0;
   verdict.position=0;
   verdict.price="";
   verdict.lots="";
   verdict.text=StringSubstr(text,0,VERDICT_LONGEST_TEXT);
  }
//+------------------------------------------------------------------+
void CVerdict::Ticket(CJsonWriter &body,const string name,const ulong ticket)
  {
   Figure(body,name,ticket==0 ? "" : CDecimal::Ticket(ticket));
  }
//+------------------------------------------------------------------+
void CVerdict::Figure(CJsonWriter &body,const string name,const string value)
  {
   if(value=="")
      body.Null(name);
   else
      body.Text(name,value);
  }
//+------------------------------------------------------------------+
string CVerdict::Body(const string id,const SVerdict &verdict)
  {
   CJsonWriter body;
   body.ObjectBegin();
   body.Text("id",id);
   body.Text("is",verdict.is);
   body.Integer("retcode",verdict.retcode);
   Ticket(body,"order",verdict.order);
   Ticket(body,"deal",verdict.deal);
   Ticket(body,"position",verdict.position);
   Figure(body,"price",verdict.price);
   Figure(body,"lots",verdict.lots);
   body.Text("text",verdict.text);
   body.ObjectEnd();
   return(body.Done());
  }
//+------------------------------------------------------------------+
ulong CVerdict::TicketOf(const string body,const string name)
  {
   uchar bytes[];
   CJsonReader reader;
   string ticket="";
   Utf8Bytes(body,bytes);
   if(!reader.Parse(bytes,0,ArraySize(bytes),1) || !reader.Text(reader.Member(reader.Root(),name),ticket))
      return(0);
   return((ulong)StringToInteger(ticket));
  }

#endif
//+------------------------------------------------------------------+
