package dev.chipledger.step;

import dev.chipledger.read.Dump;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;

/** A dump on a Hadoop file system. */
public final class HadoopFile implements Dump.Stored {
  private final Path path;
  private final Configuration conf;

  public HadoopFile(String path, Configuration conf) {
    this.path = new Path(path);
    this.conf = conf;
  }

  @Override
  public InputStream bytes() throws IOException {
    return path.getFileSystem(conf).open(path);
  }

  @Override
  public InputStream bytesFrom(long position) throws IOException {
    FSDataInputStream in = path.getFileSystem(conf).open(path);
    in.seek(position);
    return in;
  }

  @Override
  public InputFile seekable() throws IOException {
    return HadoopInputFile.fromPath(path, conf);
  }
}
