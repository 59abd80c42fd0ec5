"""Turns the labels beside this file into sentences: labels/news.jsonl points into the corpora, which are not ours to copy.

    resolve.py --corpus DIR --out FILE      one labelled sentence a line, in the gold's form
"""
import argparse
import json
import lzma
import pathlib
import re

LABELS = pathlib.Path(__file__).parent / "labels" / "news.jsonl"
TEXT_FIELD = {"dev-articles.jsonl": "maintext"}
DATE_FIELDS = ("date", "date_publish", "year")


def one_line(text):
    return re.sub(r"\s+", " ", text).strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    labels = {}
    for line in open(LABELS, encoding="utf-8"):
        row = json.loads(line)
        labels.setdefault(row["corpus"], {}).setdefault(row["row"], []).append(row)
    with open(args.out, "w", encoding="utf-8") as out:
        for corpus, rows in sorted(labels.items()):
            for number, line in enumerate(lzma.open(pathlib.Path(args.corpus) / (corpus + ".xz"), "rt", encoding="utf-8")):
                if number not in rows:
                    continue
                record = json.loads(line)
                text = record[TEXT_FIELD.get(corpus, "text")]
                date = next((str(record[f]) for f in DATE_FIELDS if record.get(f)), None)
                for row in rows[number]:
                    out.write(json.dumps({
                        "id": row["id"], "kind": corpus.split(".")[0], "url": row["key"], "date": date, "title": record.get("title"),
                        "before": one_line(text[row["before_start"] : row["start"]]), "sentence": one_line(text[row["start"] : row["end"]]),
                        "claims": row["claims"],
                    }, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
