//+------------------------------------------------------------------+
//| Uuid.mqh                                                         |
//| The name of this EA on this chart, kept on its disk: the app     |
//| knows it again by it, and its journal lies in a folder of that   |
//| name. The file says for which chart and which data folder it was |
//| made, so that a copied file or a copied terminal gets a name of  |
//| its own: two charts never share one.                             |
//+------------------------------------------------------------------+
#ifndef BITTEN_UUID_MQH
#define BITTEN_UUID_MQH

#include "Chance.mqh"

#define UUID_FOLDER           "BITTEN"
#define UUID_DIGITS           32
#define UUID_LONGEST_FILE     512

class CUuid
  {
private:
   string            m_uuid;
   string            m_error;
   bool              m_isNew;

   static string     FileName();
   static string     Place();
   static bool       IsUuid(const string text);
   static string     Line(const string uuid) { return(uuid+" "+Place()+"\n"); }
   bool              Read();
   bool              Make(CChance &chance);
   bool              Write();

public:
                     CUuid() : m_uuid(""),m_error(""),m_isNew(false) {}
   //--- false when it can neither be read nor kept: then Error() says why, and nothing may be traded
   bool              Open(CChance &chance);
   string            Text() const { return(m_uuid); }
   string            Error() const { return(m_error); }
   bool              IsNew() const { return(m_isNew); }
  };
//+------------------------------------------------------------------+
string CUuid::FileName()
  {
   return(UUID_FOLDER+"\\chart_"+IntegerToString(ChartID())+".txt");
  }
//+------------------------------------------------------------------+
//| The chart and the folder, as 16 hexadecimal digits               |
//+------------------------------------------------------------------+
string CUuid::Place()
  {
   uchar text[],digest[];
   Utf8Bytes(IntegerToString(ChartID())+"|"+TerminalInfoString(TERMINAL_DATA_PATH),text);
   return(Sha256(text,digest) ? StringSubstr(HexOf(digest),0,16) : "");
  }
//+------------------------------------------------------------------+
//| 8-4-4-4-12 hexadecimal digits                                    |
//+------------------------------------------------------------------+
bool CUuid::IsUuid(const string text)
  {
   string digits=text;
   if(StringLen(text)!=UUID_DIGITS+4 || StringReplace(digits,"-","")!=4)
      return(false);
   return(IsHex(digits,UUID_DIGITS) && StringSubstr(text,8,1)+StringSubstr(text,13,1)+StringSubstr(text,18,1)+
          StringSubstr(text,23,1)=="----");
  }
//+------------------------------------------------------------------+
bool CUuid::Open(CChance &chance)
  {
   m_isNew=false;
   m_error="";
   if(Place()=="")
     {
      m_error="the terminal cannot compute SHA-256, error "+IntegerToString(GetLastError());
      return(false);
     }
   if(Read())
      return(true);
   if(m_error!="")
      return(false);
   m_isNew=true;
   return(Make(chance) && Write());
  }
//+------------------------------------------------------------------+
//| A file that is there and cannot be opened now is no reason for a |
//| new name: with the name the journal would be lost                |
//+------------------------------------------------------------------+
bool CUuid::Read()
  {
   if(!FileIsExist(FileName()))
      return(false);
   int file=FileOpen(FileName(),FILE_READ|FILE_BIN|FILE_SHARE_READ);
   if(file==INVALID_HANDLE)
     {
      m_error="MQL5\\Files\\"+FileName()+" cannot be opened, error "+IntegerToString(GetLastError());
      return(false);
     }
   uchar bytes[];
   uint count=(FileSize(file)<=UUID_LONGEST_FILE) ? FileReadArray(file,bytes) : 0;
   FileClose(file);
   if(count==0)
      return(false);
   string line=CharArrayToString(bytes,0,(int)count,CP_UTF8);
   string uuid=StringSubstr(line,0,UUID_DIGITS+4);
   if(!IsUuid(uuid) || line!=Line(uuid))
      return(false);
   m_uuid=uuid;
   return(true);
  }
//+------------------------------------------------------------------+
//| Version 4 of RFC 9562                                            |
//+------------------------------------------------------------------+
bool CUuid::Make(CChance &chance)
  {
   string hex=chance.Hex(UUID_DIGITS);
   if(hex=="")
     {
      m_error="the terminal cannot compute SHA-256, error "+IntegerToString(GetLastError());
      return(false);
     }
   string variant=StringSubstr("89ab",chance.Below(4),1);
   m_uuid=StringSubstr(hex,0,8)+"-"+StringSubstr(hex,8,4)+"-4"+StringSubstr(hex,13,3)+"-"+variant+StringSubstr(hex,17,3)+
          "-"+StringSubstr(hex,20,12);
   return(true);
  }
//+------------------------------------------------------------------+
//| Under another name first, so that it is there as a whole or not  |
//+------------------------------------------------------------------+
bool CUuid::Write()
  {
   uchar bytes[];
   string name=FileName();
   string draft=name+".new";
   Utf8Bytes(Line(m_uuid),bytes);
   ResetLastError();
   int file=FileOpen(draft,FILE_WRITE|FILE_BIN);
   bool isWritten=false;
   if(file!=INVALID_HANDLE)
     {
      isWritten=(FileWriteArray(file,bytes)==(uint)ArraySize(bytes));
      FileFlush(file);
      FileClose(file);
     }
   if(isWritten && FileMove(draft,0,name,FILE_REWRITE) && Read())
      return(true);
   m_error="MQL5\\Files\\"+name+" cannot be written, error "+IntegerToString(GetLastError());
   m_uuid="";
   return(false);
  }

#endif
//+------------------------------------------------------------------+
