//+------------------------------------------------------------------+
//| JournalLine.mqh                                                  |
//| One record as one line: checksum, length, the record itself. A   |
//| line that was cut or altered cannot pass for a record.           |
//+------------------------------------------------------------------+
#ifndef BITTEN_JOURNAL_LINE_MQH
#define BITTEN_JOURNAL_LINE_MQH

class CJournalLine
  {
private:
   uint              m_table[256];

   uint              Checksum(const uchar &bytes[],const int from,const int count) const;

public:
                     CJournalLine();
   //--- UTF-8 with its line feed, added to the end of bytes
   void              Append(uchar &bytes[],const string record) const;
   //--- count without the line feed. False: this is no whole record
   bool              Read(const uchar &bytes[],const int from,const int count,string &record) const;
  };
//+------------------------------------------------------------------+
CJournalLine::CJournalLine()
  {
   for(uint i=0; i<256; i++)
     {
      uint value=i;
      for(int bit=0; bit<8; bit++)
         value=((value&1)==1) ? (value>>1)^0xEDB88320 : value>>1;
      m_table[i]=value;
     }
  }
//+------------------------------------------------------------------+
//| CRC-32, as ZIP has it                                            |
//+------------------------------------------------------------------+
uint CJournalLine::Checksum(const uchar &bytes[],const int from,const int count) const
  {
   uint value=0xFFFFFFFF;
   for(int i=from; i<from+count; i++)
      value=m_table[(value^bytes[i])&0xFF]^(value>>8);
   return(value^0xFFFFFFFF);
  }
//+------------------------------------------------------------------+
void CJournalLine::Append(uchar &bytes[],const string record) const
  {
   uchar text[];
   int count=StringToCharArray(record,text,0,WHOLE_ARRAY,CP_UTF8)-1;
   uchar head[];
   string start=StringFormat("%08X %d ",Checksum(text,0,count),count);
   int headCount=StringToCharArray(start,head,0,WHOLE_ARRAY,CP_UTF8)-1;
   int at=ArraySize(bytes);
   ArrayResize(bytes,at+headCount+count+1,65536);
   ArrayCopy(bytes,head,at,0,headCount);
   ArrayCopy(bytes,text,at+headCount,0,count);
   bytes[at+headCount+count]='\n';
  }
//+------------------------------------------------------------------+
bool CJournalLine::Read(const uchar &bytes[],const int from,const int count,string &record) const
  {
   int blank=from+8;
   if(count<11 || bytes[blank]!=' ')
      return(false);
   int at=blank+1;
   int length=0;
   while(at<from+count && bytes[at]>='0' && bytes[at]<='9' && length<1000000)
     {
      length=10*length+(bytes[at]-'0');
      at++;
     }
   if(at>=from+count || bytes[at]!=' ' || at+1+length!=from+count)
      return(false);
   string sum=StringFormat("%08X",Checksum(bytes,at+1,length));
   if(CharArrayToString(bytes,from,8,CP_UTF8)!=sum)
      return(false);
   record=(length>0) ? CharArrayToString(bytes,at+1,length,CP_UTF8) : "";
   return(true);
  }

#endif
//+------------------------------------------------------------------+
