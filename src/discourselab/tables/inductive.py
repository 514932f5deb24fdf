"""Tables of what is found without a codebook's frames: clusters, topics, semantic axes."""

from discourselab.tables.schema import Table

TABLES = [
    Table(
        "cluster_solutions",
        "a number of clusters of frame elements",
        {
            "k": "integer",
            "explained": "number",
            "gain": "number",
            "silhouette": "number",
            "stability": "number",
            "stability_min": "number",
            "smallest": "integer",
            "units": "integer",
            "clustered": "integer",
            "elements": "integer",
            "chosen": "flag",
        },
    ),
    Table(
        "frame_clusters",
        "a unit (an article, or what one speaker says in it) and its cluster",
        {
            "group": "text",
            "document": "text",
            "speaker": "text",
            "cluster": "integer",
            "silhouette": "number?",
        },
    ),
    Table(
        "cluster_profiles",
        "a frame element in a cluster",
        {
            "cluster": "integer",
            "name": "text",
            "element": "text",
            "share": "number",
            "share_rest": "number?",
            "difference": "number?",
            "n_units": "integer",
        },
    ),
    Table(
        "cluster_groups",
        "a cluster in a group",
        {"group": "text", "cluster": "integer", "units": "integer", "n_units": "integer", "share": "number"},
    ),
    Table(
        "topic_terms",
        "a term of a topic, the strongest first",
        {"topic": "integer", "rank": "integer", "term": "text", "weight": "number"},
    ),
    Table(
        "topic_groups",
        "a topic in a group",
        {
            "group": "text",
            "topic": "integer",
            "terms": "text",
            "share": "number",
            "share_low": "number?",
            "share_high": "number?",
            "n_documents": "integer",
        },
    ),
    Table(
        "axis_words",
        "a word on a semantic axis",
        {
            "axis": "text",
            "term": "text",
            "cosine": "number",  # 1 at the first pole, -1 at the second
            "count": "integer",
            "pole": "flag",  # one of the words that define the axis
        },
    ),
    Table(
        "axis_bias",
        "a semantic axis in a group, in one voice",
        {
            "axis": "text",
            "group": "text",
            "voice": "text",
            "bias": "number",
            "bias_low": "number?",
            "bias_high": "number?",
            "bias_rest": "number?",
            "difference": "number?",
            "intensity": "number",
            "intensity_rest": "number?",
            "p_permutation": "number?",
            "p_adjusted": "number?",
            "check": "number?",
            "words": "integer",
            "n_documents": "integer",
        },
    ),
]
