//+------------------------------------------------------------------+
//| CommandVerbs.mqh                                                 |
//| `command TYPE HEX`: `taken` and the command as the journal keeps |
//| it, read back and written again; or `refused: why`.              |
//+------------------------------------------------------------------+
#include <BITTEN/CommandReader.mqh>
#include "Words.mqh"

string CommandAnswer(const string &words[])
  {
   uchar bytes[];
   CJsonReader reader;
   SCommand command,again;
   HexBytes(Word(words,2),bytes);
   if(!reader.Parse(bytes,0,ArraySize(bytes),3))
      return("refused: "+reader.Error());
   string error=CCommandReader::Read(Word(words,1),0,reader,command);
   if(error!="")
      return("refused: "+error);
   string columns[];
   string text=CCommand::ToText(command);
   StringSplit(text,'\t',columns);
   CCommand::Clear(again);
   if(!CCommand::FromText(columns,0,again))
      return("lost");
   CCommand::SetTail(CCommand::TailOf(command),again);
   bool isSame=(CCommand::ToText(again)==text && CCommand::TailOf(again)==CCommand::TailOf(command));
   return(isSame ? "taken" : "altered");
  }
//+------------------------------------------------------------------+
