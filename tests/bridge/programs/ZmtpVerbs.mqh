//+------------------------------------------------------------------+
//| ZmtpVerbs.mqh                                                    |
//| `zmtp HEX HEX …`: a connection on which these pieces come one    |
//| after the other. Answer: the messages as HEADER,BODY,MAC; then   |
//| `open`, `waiting` or `broken`, what was dropped and ignored, what|
//| it wants to send, and why it is broken.                          |
//+------------------------------------------------------------------+
#include <BITTEN/Zmtp.mqh>
#include "Words.mqh"

string ZmtpState(const CZmtp &zmtp)
  {
   if(zmtp.IsBroken())
      return("broken");
   return(zmtp.IsOpen() ? "open" : "waiting");
  }

string ZmtpAnswer(const string &words[])
  {
   CZmtp zmtp;
   SFrames frames;
   uchar bytes[],sent[];
   string answer="";
   zmtp.Begin("terminal.1");
   for(int i=1; i<ArraySize(words); i++)
     {
      HexBytes(words[i],bytes);
      zmtp.Take(bytes,ArraySize(bytes));
      while(zmtp.Next(frames))
         answer+=BytesHex(frames.header)+","+BytesHex(frames.body)+","+BytesHex(frames.mac)+" ";
     }
   zmtp.CopyOut(sent,INT_MAX);
   return(answer+"| "+ZmtpState(zmtp)+" | "+IntegerToString(zmtp.DroppedMessages())+" "+
          IntegerToString(zmtp.IgnoredCommands())+" | "+BytesHex(sent)+" | "+zmtp.Error());
  }
//+------------------------------------------------------------------+
