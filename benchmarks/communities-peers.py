"""Answers one line of JSON a request: CPU seconds of the core call, and the membership found.

The graph is read once from a binary file (order, size, sources, targets, weights, as Node wrote them); a request is
`igraph SEED` or `leidenalg SEED`. igraph draws with its own C generator, which Python cannot seed: handing it
Python's would slow it down. leidenalg takes the seed.
"""

import array
import json
import sys
import time

import igraph
import leidenalg


def read_graph(path):
    with open(path, "rb") as file:
        order, size = array.array("I", file.read(8))
        sources = array.array("I", file.read(4 * size))
        targets = array.array("I", file.read(4 * size))
        weights = array.array("d", file.read(8 * size)).tolist()
    graph = igraph.Graph(n=order, edges=list(zip(sources, targets)), directed=False)
    return graph, weights


def with_igraph(graph, weights, _seed):
    return graph.community_leiden(objective_function="modularity", weights=weights, n_iterations=2)


def with_leidenalg(graph, weights, seed):
    return leidenalg.find_partition(
        graph, leidenalg.ModularityVertexPartition, weights=weights, n_iterations=2, seed=seed
    )


def main():
    graph, weights = read_graph(sys.argv[1])
    igraph.set_random_number_generator(None)
    methods = {"igraph": with_igraph, "leidenalg": with_leidenalg}
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        name, seed = line.split()
        start = time.process_time()
        found = methods[name](graph, weights, int(seed))
        seconds = time.process_time() - start
        print(json.dumps({"seconds": seconds, "membership": found.membership}), flush=True)


main()
