//+------------------------------------------------------------------+
//| ZmtpCommands.mqh                                                 |
//| The greeting and the commands of ZMTP: how they are written, and |
//| what is wrong with one that came ("" when nothing is).           |
//+------------------------------------------------------------------+
#ifndef BITTEN_ZMTP_COMMANDS_MQH
#define BITTEN_ZMTP_COMMANDS_MQH

#include "Bytes.mqh"

#define ZMTP_MAJOR            3
#define ZMTP_MINOR            1
#define ZMTP_LONGEST_CONTEXT  16
//--- Characters of somebody else's text that are told
#define ZMTP_SHOWN            40

//+------------------------------------------------------------------+
void ZmtpGreeting(uchar &greeting[])
  {
   uchar mechanism[];
   ArrayResize(greeting,64);
   ArrayInitialize(greeting,0);
   greeting[0]=0xFF;
   greeting[9]=0x7F;
   greeting[10]=ZMTP_MAJOR;
   greeting[11]=ZMTP_MINOR;
   Utf8Bytes("NULL",mechanism);
   ArrayCopy(greeting,mechanism,12,0,ArraySize(mechanism));
  }
//+------------------------------------------------------------------+
string ZmtpGreetingFault(const uchar &greeting[])
  {
   if(greeting[0]!=0xFF || greeting[9]!=0x7F)
      return("what listens there does not speak ZeroMQ");
   if(greeting[10]<ZMTP_MAJOR)
      return("what listens there speaks an older ZeroMQ, version "+IntegerToString(greeting[10]));
   if(PrintableText(greeting,12,20)!="NULL")
      return("what listens there wants the mechanism "+PrintableText(greeting,12,20));
   return("");
  }
//+------------------------------------------------------------------+
//| A text that somebody else wrote, fit for the journal; a zero     |
//| byte ends it                                                     |
//+------------------------------------------------------------------+
string PrintableText(const uchar &bytes[],const int from,const int count)
  {
   string text="";
   for(int i=from; i<from+count && i<ArraySize(bytes) && bytes[i]!=0; i++)
      StringAdd(text,(bytes[i]<0x20 || bytes[i]>0x7E) ? "?" : CharToString(bytes[i]));
   return(text);
  }
//+------------------------------------------------------------------+
void ZmtpName(const string name,uchar &body[])
  {
   uchar letters[];
   Utf8Bytes(name,letters);
   ArrayResize(body,1);
   body[0]=(uchar)ArraySize(letters);
   AppendArray(body,letters);
  }
//+------------------------------------------------------------------+
void ZmtpProperty(const string name,const string value,uchar &body[])
  {
   uchar entry[],letters[],length[4];
   ZmtpName(name,entry);
   AppendArray(body,entry);
   Utf8Bytes(value,letters);
   for(int i=0; i<4; i++)
      length[i]=(uchar)((ArraySize(letters)>>(8*(3-i)))&0xFF);
   AppendArray(body,length);
   AppendArray(body,letters);
  }
//+------------------------------------------------------------------+
void ZmtpReady(const string routingId,uchar &body[])
  {
   ZmtpName("READY",body);
   ZmtpProperty("Socket-Type","DEALER",body);
   ZmtpProperty("Identity",routingId,body);
  }
//+------------------------------------------------------------------+
bool ZmtpCommandName(const uchar &body[],string &name)
  {
   if(ArraySize(body)<2 || body[0]<1 || body[0]>ArraySize(body)-1)
      return(false);
   name=PrintableText(body,1,body[0]);
   return(true);
  }
//+------------------------------------------------------------------+
//| Properties that it does not know are none of its business        |
//+------------------------------------------------------------------+
string ZmtpReadyFault(const uchar &body[])
  {
   int size=ArraySize(body);
   int at=1+body[0];
   while(at<size)
     {
      int nameBytes=body[at];
      int valueAt=at+1+nameBytes+4;
      if(nameBytes<1 || valueAt>size)
         return("a READY whose properties are cut off");
      ulong valueBytes=0;
      for(int i=valueAt-4; i<valueAt; i++)
         valueBytes=(valueBytes<<8)|body[i];
      if(valueBytes>(ulong)(size-valueAt))
         return("a READY whose properties are cut off");
      string name=PrintableText(body,at+1,nameBytes);
      string value=PrintableText(body,valueAt,(int)valueBytes);
      StringToLower(name);
      if(name=="socket-type" && value!="ROUTER")
         return("what listens there is a "+StringSubstr(value,0,ZMTP_SHOWN)+" of another program, not BITTEN");
      at=valueAt+(int)valueBytes;
     }
   return("");
  }
//+------------------------------------------------------------------+
string ZmtpErrorReason(const uchar &body[])
  {
   int at=1+body[0];
   if(at>=ArraySize(body))
      return("(no reason)");
   return(PrintableText(body,at+1,body[at]));
  }
//+------------------------------------------------------------------+
//| false: no PING as ZMTP has it                                    |
//+------------------------------------------------------------------+
bool ZmtpPong(const uchar &ping[],uchar &pong[])
  {
   uchar context[];
   int from=1+4+2;
   int count=ArraySize(ping)-from;
   if(count<0 || count>ZMTP_LONGEST_CONTEXT)
      return(false);
   ArrayResize(context,count);
   if(count>0)
      ArrayCopy(context,ping,0,from,count);
   ZmtpName("PONG",pong);
   AppendArray(pong,context);
   return(true);
  }

#endif
//+------------------------------------------------------------------+
