//+------------------------------------------------------------------+
//| JournalFile.mqh                                                  |
//| A file that only grows, one record a line, and is never believed |
//| further than its last whole line. It is held open alone: a       |
//| second EA with the same uuid cannot write, and so cannot trade.  |
//|                                                                  |
//| A rewrite goes to a second file that ends with a mark. From then |
//| on that file is the truth: a crash between mark and renaming is  |
//| made good by the next start.                                     |
//+------------------------------------------------------------------+
#ifndef BITTEN_JOURNAL_FILE_MQH
#define BITTEN_JOURNAL_FILE_MQH

#include "JournalLine.mqh"

#define JOURNAL_NAME  "journal.txt"
#define JOURNAL_NEXT  "journal.next"
//--- Last record of a finished rewrite
#define JOURNAL_WHOLE "W"

class CJournalFile
  {
private:
   CJournalLine      m_line;
   string            m_folder;
   int               m_handle;
   long              m_end;       // end of the last whole record
   long              m_dirty;     // furthest that a failed write may have reached
   string            m_error;

   bool              Fail(const string what);
   bool              FinishRewrite();
   bool              ReadAll(const string name,string &records[],int &damaged);
   static bool       Write(const int handle,const uchar &bytes[]);
   int               Split(const uchar &bytes[],string &records[],int &damaged);

public:
                     CJournalFile();
                    ~CJournalFile();
   //--- Reads what is there. damaged: lines that were no whole records
   bool              Open(const string folder,string &records[],int &damaged);
   void              Close();
   bool              IsOpen() const { return(m_handle!=INVALID_HANDLE); }
   string            Error() const { return(m_error); }
   long              Size() const { return(m_end); }
   //--- On disk, all of them, or false
   bool              Append(const string &records[]);
   //--- Replaces everything by these records; the former file stays aside when keepAs names it
   bool              Rewrite(const string &records[],const string keepAs);
  };
//+------------------------------------------------------------------+
CJournalFile::CJournalFile() : m_folder(""),m_handle(INVALID_HANDLE),m_end(0),m_dirty(0),m_error("")
  {
  }
//+------------------------------------------------------------------+
CJournalFile::~CJournalFile()
  {
   Close();
  }
//+------------------------------------------------------------------+
bool CJournalFile::Fail(const string what)
  {
   m_error=what+" (error "+IntegerToString(GetLastError())+")";
   return(false);
  }
//+------------------------------------------------------------------+
void CJournalFile::Close()
  {
   if(m_handle!=INVALID_HANDLE)
      FileClose(m_handle);
   m_handle=INVALID_HANDLE;
  }
//+------------------------------------------------------------------+
bool CJournalFile::Open(const string folder,string &records[],int &damaged)
  {
   Close();
   m_folder=folder;
   m_end=0;
   m_dirty=0;
   damaged=0;
   ArrayResize(records,0);
   ResetLastError();
   if(!FinishRewrite())
      return(false);
   m_handle=FileOpen(folder+JOURNAL_NAME,FILE_READ|FILE_WRITE|FILE_BIN);
   if(m_handle==INVALID_HANDLE)
      return(Fail("cannot open "+folder+JOURNAL_NAME+", or another EA holds it"));
   int size=(int)FileSize(m_handle);
   uchar bytes[];
   if(size>0 && (int)FileReadArray(m_handle,bytes,0,size)!=size)
     {
      Fail("cannot read "+folder+JOURNAL_NAME);
      Close();
      return(false);
     }
   FileFlush(m_handle); // the reference asks for it between reading and writing
   m_end=Split(bytes,records,damaged);
   m_dirty=size;
   return(true);
  }
//+------------------------------------------------------------------+
//| Whole records in their order; returns where the last one ends    |
//+------------------------------------------------------------------+
int CJournalFile::Split(const uchar &bytes[],string &records[],int &damaged)
  {
   int count=ArraySize(bytes);
   int from=0;
   int end=0;
   int used=0;
   string record="";
   damaged=0;
   for(int i=0; i<=count; i++)
     {
      if(i<count && bytes[i]!='\n')
         continue;
      if(i<count && m_line.Read(bytes,from,i-from,record))
        {
         ArrayResize(records,used+1,4096);
         records[used++]=record;
         end=i+1;
        }
      else
         if(i>from)
            damaged++;
      from=i+1;
     }
   return(end);
  }
//+------------------------------------------------------------------+
//| A finished rewrite that was not put in its place yet             |
//+------------------------------------------------------------------+
bool CJournalFile::FinishRewrite()
  {
   if(!FileIsExist(m_folder+JOURNAL_NEXT))
      return(true);
   string records[];
   int damaged=0;
   bool isWhole=ReadAll(m_folder+JOURNAL_NEXT,records,damaged) && damaged==0;
   int count=ArraySize(records);
   if(isWhole && count>0 && records[count-1]==JOURNAL_WHOLE)
      return(FileMove(m_folder+JOURNAL_NEXT,0,m_folder+JOURNAL_NAME,FILE_REWRITE)
             || Fail("cannot put "+JOURNAL_NEXT+" in the place of "+JOURNAL_NAME));
   return(FileDelete(m_folder+JOURNAL_NEXT) || Fail("cannot delete "+JOURNAL_NEXT));
  }
//+------------------------------------------------------------------+
bool CJournalFile::ReadAll(const string name,string &records[],int &damaged)
  {
   int handle=FileOpen(name,FILE_READ|FILE_BIN);
   if(handle==INVALID_HANDLE)
      return(Fail("cannot open "+name));
   int size=(int)FileSize(handle);
   uchar bytes[];
   bool isRead=(size==0 || (int)FileReadArray(handle,bytes,0,size)==size);
   FileClose(handle);
   if(isRead)
      Split(bytes,records,damaged);
   return(isRead);
  }
//+------------------------------------------------------------------+
//| FileFlush says nothing of its success: the error code and the    |
//| size of the file have to                                         |
//+------------------------------------------------------------------+
bool CJournalFile::Write(const int handle,const uchar &bytes[])
  {
   int count=ArraySize(bytes);
   ulong end=FileTell(handle)+(ulong)count;
   ResetLastError();
   if((int)FileWriteArray(handle,bytes,0,count)!=count)
      return(false);
   FileFlush(handle);
   return(GetLastError()==ERR_SUCCESS && FileSize(handle)>=end);
  }
//+------------------------------------------------------------------+
//| What a failed write may have left is overwritten by line feeds,  |
//| so that no piece of it can pass for a record later               |
//+------------------------------------------------------------------+
bool CJournalFile::Append(const string &records[])
  {
   if(!IsOpen())
      return(false);
   uchar bytes[];
   for(int i=0; i<ArraySize(records); i++)
      m_line.Append(bytes,records[i]);
   int count=ArraySize(bytes);
   int padded=(int)MathMax((long)count,m_dirty-m_end);
   ArrayResize(bytes,padded);
   ArrayFill(bytes,count,padded-count,(uchar)'\n');
   m_dirty=m_end+padded;
   if(!FileSeek(m_handle,m_end,SEEK_SET) || !Write(m_handle,bytes))
      return(Fail("cannot write to "+m_folder+JOURNAL_NAME));
   m_end+=padded;
   m_error="";
   return(true);
  }
//+------------------------------------------------------------------+
bool CJournalFile::Rewrite(const string &records[],const string keepAs)
  {
   uchar bytes[];
   for(int i=0; i<ArraySize(records); i++)
      m_line.Append(bytes,records[i]);
   m_line.Append(bytes,JOURNAL_WHOLE);
   int handle=FileOpen(m_folder+JOURNAL_NEXT,FILE_WRITE|FILE_BIN);
   if(handle==INVALID_HANDLE)
      return(Fail("cannot open "+m_folder+JOURNAL_NEXT));
   bool isWritten=Write(handle,bytes);
   FileClose(handle);
   if(!isWritten)
     {
      Fail("cannot write "+m_folder+JOURNAL_NEXT);
      FileDelete(m_folder+JOURNAL_NEXT);
      return(false);
     }
   Close();
   if(keepAs!="" && !FileCopy(m_folder+JOURNAL_NAME,0,m_folder+keepAs,FILE_REWRITE))
      Print("BITTEN: cannot keep a copy of the damaged journal, error ",GetLastError());
   string again[];
   int damaged=0;
   return(Open(m_folder,again,damaged));
  }

#endif
//+------------------------------------------------------------------+
